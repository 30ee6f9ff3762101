package gongkai.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last day on which a thing is in time; it is late only from the next.
 *
 * @param provisional true when a holiday notice that is still to come may move it
 */
public record DueDate(LocalDate on, boolean provisional) {

    /** The first moment that is late. */
    public Instant passesAt() {
        return on.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    public boolean isMetAt(Instant instant) {
        return instant.isBefore(passesAt());
    }
}
