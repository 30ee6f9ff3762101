package gongkai.status;

import gongkai.time.DueDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 期次: one due instance of a rule, with what has been done about it.
 *
 * @param id a case's id, a period such as {@code 2019-04}, or {@code once} for a rule that is due a single time; a later
 *     rule of the same obligation adds its number, {@code once#2}
 * @param rule its place among the obligation's rules, from 0
 * @param byRule the end that the rule, or the case's acceptance, gives
 * @param due the same, or a later one by extension
 * @param opensAt from when on it can be worked at
 * @param started whether something has been done, or must be being done, already
 * @param quota how many pieces of evidence it takes
 * @param evidence when each qualifying piece was there, in order of time
 */
public record Occurrence(
        String id,
        int rule,
        Instant opensAt,
        DueDate byRule,
        DueDate due,
        boolean started,
        int quota,
        List<Instant> evidence) {

    static final String ONCE = "once";

    /** When the last piece of evidence that it takes was there. */
    public Optional<Instant> fulfilledAt() {
        return evidence.size() < quota ? Optional.empty() : Optional.of(evidence.get(quota - 1));
    }

    public boolean isOpen() {
        return fulfilledAt().isEmpty();
    }

    boolean isFulfilledLate() {
        return fulfilledAt().filter(it -> !due.isMetAt(it)).isPresent();
    }

    /** Its end had passed at that moment before the evidence was there; evidence of that very moment is late. */
    boolean isMissed(Instant at) {
        return !due.isMetAt(at)
                && evidence.stream().filter(it -> it.isBefore(at)).count() < quota;
    }

    /** Its end has passed, and the evidence is not there. */
    boolean isOverdue(Instant at) {
        return isOpen() && !due.isMetAt(at);
    }
}
