package gongkai.command.dispatch;

import gongkai.command.domain.plan.PlanCommand;
import gongkai.command.domain.plan.PlanDecider;
import gongkai.command.domain.plan.PlanState;
import gongkai.event.PlanEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** Hosts the {@link PlanDecider}. */
final class PlanAggregate extends DeciderAggregate<PlanCommand, PlanState, PlanEvent> {

    PlanAggregate(String subject) {
        super(subject, new PlanDecider());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(PlanCommand command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(PlanState snapshot) {
        resume(snapshot);
    }
}
