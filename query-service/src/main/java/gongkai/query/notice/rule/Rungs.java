package gongkai.query.notice.rule;

import gongkai.time.ChinaTime;
import gongkai.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ladder of reminders before a day: five, three and one working days are left. */
final class Rungs {

    /** The nearest to the end first. */
    private static final List<Integer> DAYS_LEFT = List.of(1, 3, 5);

    private Rungs() {}

    /** The one that {@code left} working days stand on; those above it have been passed. */
    static Optional<Integer> at(int left) {
        return DAYS_LEFT.stream().filter(rung -> left <= rung).findFirst();
    }

    /** The first moments, in Asia/Shanghai, of the days on which each is reached. */
    static Stream<Instant> moments(LocalDate dueOn, WorkingCalendar calendar) {
        return DAYS_LEFT.stream().map(rung -> ChinaTime.startOf(firstDayWith(rung, dueOn, calendar)));
    }

    private static LocalDate firstDayWith(int left, LocalDate dueOn, WorkingCalendar calendar) {
        var day = dueOn;
        int counted = calendar.isWorkingDay(day) ? 1 : 0;
        while (counted <= left) {
            day = day.minusDays(1);
            counted += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
