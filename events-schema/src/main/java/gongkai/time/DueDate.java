package gongkai.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The last day, or for limits in hours the last moment, on which a thing is in time; it is late only afterwards.
 *
 * @param at the last moment, for limits in hours
 * @param provisional true when a holiday notice that is still to come may move it
 */
public record DueDate(LocalDate on, Optional<Instant> at, boolean provisional) {

    /** By the end of a day in Asia/Shanghai. */
    public static DueDate on(LocalDate day, boolean provisional) {
        return new DueDate(day, Optional.empty(), provisional);
    }

    /** By a moment, which is itself still in time. */
    public static DueDate at(Instant moment) {
        return new DueDate(ChinaTime.dateOf(moment), Optional.of(moment), false);
    }

    /** The first moment that is late. */
    public Instant passesAt() {
        return at.map(it -> it.plus(1, ChronoUnit.MICROS)).orElseGet(() -> ChinaTime.startOf(on.plusDays(1)));
    }

    public boolean isMetAt(Instant instant) {
        return instant.isBefore(passesAt());
    }
}
