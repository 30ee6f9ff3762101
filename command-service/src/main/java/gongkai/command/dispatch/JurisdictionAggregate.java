package gongkai.command.dispatch;

import gongkai.command.domain.jurisdiction.JurisdictionCommand;
import gongkai.command.domain.jurisdiction.JurisdictionDecider;
import gongkai.command.domain.jurisdiction.JurisdictionState;
import gongkai.event.JurisdictionEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** Hosts the {@link JurisdictionDecider}. */
final class JurisdictionAggregate extends DeciderAggregate<JurisdictionCommand, JurisdictionState, JurisdictionEvent> {

    JurisdictionAggregate(String subject) {
        super(subject, new JurisdictionDecider());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(JurisdictionCommand command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(JurisdictionEvent event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(JurisdictionState snapshot) {
        resume(snapshot);
    }
}
