package gongkai.query.trail.change;

import gongkai.event.Event;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.status.JurisdictionFacts;
import gongkai.status.ObligationFacts;
import gongkai.status.PlanFacts;
import gongkai.status.StatusRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a stream has come to. */
public sealed interface StreamState permits CountyState, PlanState, ObligationState {

    /** @throws IllegalArgumentException when no stream begins so */
    static StreamState of(Event first, long position) {
        return switch (first) {
            case JurisdictionRegistered it -> new CountyState(JurisdictionFacts.of(it));
            case PlanImported it -> new PlanState(PlanFacts.of(it));
            case ObligationAssigned it -> new ObligationState(ObligationFacts.of(it, position));
            default -> throw new IllegalArgumentException("No stream begins with " + first);
        };
    }

    /** @throws IllegalArgumentException for an event of another kind of stream */
    default StreamState with(Event event, long position) {
        return switch (this) {
            case CountyState it
            when event instanceof JurisdictionEvent more ->
                new CountyState(it.facts().with(more));
            case PlanState it
            when event instanceof PlanEvent more -> new PlanState(it.facts().with(more));
            case ObligationState it
            when event instanceof ObligationEvent more ->
                new ObligationState(it.facts().with(more, position));
            default -> throw new IllegalArgumentException("No event of this stream: " + event);
        };
    }

    /**
     * What changed by the event that led from one state to the next.
     *
     * @param before empty: the event began the stream
     * @param at when it was recorded; statuses are those that were shown then
     */
    static List<Change> changes(
            Optional<StreamState> before, StreamState after, Event event, Instant at, StatusRule rule) {
        return before.map(it -> it.traits(event, at, rule))
                .orElseGet(Traits::new)
                .changesTo(after.traits(event, at, rule));
    }

    /** How all reads that the event could change. */
    Traits traits(Event event, Instant at, StatusRule rule);

    /** What the event is about, in a few words for a person; what it took away is called as before. */
    static String title(Optional<StreamState> before, StreamState after, Event event) {
        var gone = event instanceof UnitClosed || event instanceof UnitMerged || event instanceof TaskRemoved;
        return before.filter(_ -> gone).orElse(after).title(event);
    }

    String title(Event event);
}
