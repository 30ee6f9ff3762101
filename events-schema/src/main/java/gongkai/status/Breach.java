package gongkai.status;

import gongkai.time.DueDate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * 逾期: a spell during which an end had passed without qualifying evidence.
 *
 * @param occurrence which due instance
 * @param due the end that had passed
 * @param beganAt the first late moment
 * @param curedAt when late evidence was there, or the end was moved or waived; empty while it is open
 */
public record Breach(String occurrence, DueDate due, Instant beganAt, Optional<Instant> curedAt) {

    static final Comparator<Breach> IN_ORDER_OF_TIME =
            Comparator.comparing(Breach::beganAt).thenComparing(Breach::occurrence);

    public boolean isOpen() {
        return curedAt.isEmpty();
    }
}
