package gongkai.bench.contender;

import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationDecider;
import gongkai.command.domain.obligation.ObligationState;
import gongkai.event.ObligationEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The same decisions in an aggregate as Axon's guide writes it. */
final class StockObligation {

    private static final ObligationDecider DECIDER = new ObligationDecider();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private ObligationState state = DECIDER.initial();

    /** A command by the class that it is routed by. */
    record Order(@TargetAggregateIdentifier String id, ObligationCommand command) {}

    /** An event with the stream that it belongs to. */
    record Happened(String id, ObligationEvent event) {}

    /** A first command: Axon takes a constructor to mean that there is nothing to read. */
    record Opening(@TargetAggregateIdentifier String id, ObligationCommand command) {}

    StockObligation() {}

    @CommandHandler
    StockObligation(Opening order) {
        decide(order.id(), order.command());
    }

    @CommandHandler
    void handle(Order order) {
        decide(order.id(), order.command());
    }

    private void decide(String id, ObligationCommand command) {
        DECIDER.decide(state, command).forEach(it -> AggregateLifecycle.apply(new Happened(id, it)));
    }

    @EventSourcingHandler
    void on(Happened it) {
        id = it.id();
        state = DECIDER.evolve(state, it.event());
    }
}
