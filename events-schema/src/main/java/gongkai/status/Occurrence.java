package gongkai.status;

import gongkai.time.DueDate;
import java.time.Instant;
import java.util.Optional;

/**
 * 期次: one due instance of a rule, with what has been done about it.
 *
 * @param id the case's id, or {@code once} for a rule that is due a single time
 * @param started whether something has been done, or must be being done, already
 * @param fulfilledAt when the last piece of evidence that it takes was there
 */
public record Occurrence(String id, DueDate due, boolean started, Optional<Instant> fulfilledAt) {

    static final String ONCE = "once";

    boolean isOpen() {
        return fulfilledAt.isEmpty();
    }

    boolean isLate() {
        return fulfilledAt.filter(it -> !due.isMetAt(it)).isPresent();
    }

    /** It was once seen late, cured or not. */
    boolean isBreached(Instant at) {
        return !due.isMetAt(at) && (isOpen() || isLate());
    }
}
