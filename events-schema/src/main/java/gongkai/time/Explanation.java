package gongkai.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the end of a limit in days came to be, day by day. The day of the start is not in it: it is not counted
 * (民法典 art. 201).
 *
 * @param days after the start, up to the last day that is counted; empty for months and hours, which count no days
 */
public record Explanation(LocalDate start, int amount, CountingUnit unit, List<CountedDay> days, DueDate due) {

    /**
     * One day of the count.
     *
     * @param notice the State Council's notice that makes it a holiday or a working day; empty for an ordinary day
     * @param count how many days have been counted up to and including this one
     */
    public record CountedDay(LocalDate on, boolean counted, DayReason reason, Optional<String> notice, int count) {}

    public Explanation {
        days = List.copyOf(days);
    }
}
