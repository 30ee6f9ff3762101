package gongkai.command.dispatch;

import gongkai.command.domain.Command;
import gongkai.command.domain.Decider;
import gongkai.event.Event;
import java.util.List;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What Axon needs around a pure decider: a stream's id, its state, and a way to apply what was decided. */
abstract class DeciderAggregate<C extends Command, S, E extends Event> {

    @AggregateIdentifier
    private final String subject;

    private final Decider<C, S, E> decider;
    private S state;

    DeciderAggregate(String subject, Decider<C, S, E> decider) {
        this.subject = subject;
        this.decider = decider;
        this.state = decider.initial();
    }

    final Decided decide(C command) {
        var events = decider.decide(state, command);
        var after = state;
        for (var event : events) {
            after = decider.evolve(after, event);
        }
        Decisions.current().add(subject, sequence(), !events.isEmpty());
        events.forEach(AggregateLifecycle::apply);
        return new Decided(List.copyOf(events), after);
    }

    /** Of the newest event that the state knows; -1 when there is none. */
    private static long sequence() {
        var version = AggregateLifecycle.getVersion();
        return version == null ? -1 : version;
    }

    final void evolve(E event) {
        state = decider.evolve(state, event);
    }

    /** Instead of the events that a snapshot stands for. */
    final void resume(S snapshot) {
        state = snapshot;
    }

    final Object state() {
        return state;
    }

    final boolean knowsAnything() {
        return !state.equals(decider.initial());
    }
}
