package gongkai.command.dispatch;

import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationDecider;
import gongkai.command.domain.obligation.ObligationState;
import gongkai.event.ObligationEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** Hosts the {@link ObligationDecider}. */
final class ObligationAggregate extends DeciderAggregate<ObligationCommand, ObligationState, ObligationEvent> {

    ObligationAggregate(String subject) {
        super(subject, new ObligationDecider());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(ObligationCommand command) {
        return decide(command);
    }

    /** Without a look whether there is a stream: the ledger refuses a second beginning. */
    @CommandHandler(commandName = Dispatcher.OPENING)
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Decided open(ObligationCommand command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(ObligationEvent event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(ObligationState snapshot) {
        resume(snapshot);
    }
}
