package gongkai.status;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was ever recorded about one obligation, in the order of the log; nothing is ever taken out.
 *
 * @param history the assignment first
 */
public record ObligationFacts(List<Known<ObligationEvent>> history) {

    public ObligationFacts {
        history = List.copyOf(history);
    }

    public static ObligationFacts of(ObligationAssigned assigned, long position) {
        return new ObligationFacts(List.of(new Known<>(position, assigned)));
    }

    /** These facts and one more, taken at {@code position}. */
    public ObligationFacts with(ObligationEvent event, long position) {
        var more = new ArrayList<>(history);
        more.add(new Known<>(position, event));
        return new ObligationFacts(more);
    }

    public ObligationAssigned assigned() {
        return (ObligationAssigned) history.getFirst().fact();
    }

    /** How many facts of a kind were ever recorded; ids count on. */
    public int count(Class<? extends ObligationEvent> kind) {
        return (int) events(kind).count();
    }

    /** The facts of a kind, in the order of the log. */
    public <E extends ObligationEvent> Stream<E> events(Class<E> kind) {
        return history.stream().map(Known::fact).filter(kind::isInstance).map(kind::cast);
    }

    /** What was known at the position; the assignment always is. */
    public ObligationFacts knownAt(long position) {
        int known = history.size();
        while (known > 1 && history.get(known - 1).position() > position) {
            known--;
        }
        return known == history.size() ? this : new ObligationFacts(history.subList(0, known));
    }

    /** As if nothing of that kind had ever been recorded. */
    ObligationFacts without(Class<? extends ObligationEvent> kind) {
        return new ObligationFacts(
                history.stream().filter(it -> !kind.isInstance(it.fact())).toList());
    }

    /** What of it counts at the moment. */
    public Standing at(AsOf asOf) {
        return Standing.of(knownAt(asOf.known()), asOf.at());
    }

    /** All known facts, retracted ones too, that had happened by then. */
    public List<Known<ObligationEvent>> happenedBy(AsOf asOf) {
        return knownAt(asOf.known()).history().stream()
                .filter(it -> !it.fact().occurredAt().isAfter(asOf.at()))
                .toList();
    }

    /** Every moment at which something happened, up to and including {@code until}. */
    Stream<Instant> moments(Instant until) {
        return history.stream().map(it -> it.fact().occurredAt()).filter(it -> !it.isAfter(until));
    }
}
