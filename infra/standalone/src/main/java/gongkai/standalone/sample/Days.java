package gongkai.standalone.sample;

import gongkai.time.StateCouncilNotices;
import gongkai.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Offices report on Tuesdays and Fridays that are worked. */
record Days(Random random) {
    private static final WorkingCalendar CALENDAR = StateCouncilNotices.calendarOn(Demo.END.toLocalDate());
    private static final Set<DayOfWeek> REPORTING = Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);

    static boolean isReporting(LocalDate day) {
        return REPORTING.contains(day.getDayOfWeek()) && CALENDAR.isWorkingDay(day);
    }

    /** The first one that is not before the day. */
    static LocalDate from(LocalDate day) {
        return isReporting(day) ? day : from(day.plusDays(1));
    }

    /** One of those between the two, both included. */
    LocalDate between(String first, String last) {
        return between(LocalDate.parse(first), LocalDate.parse(last));
    }

    LocalDate between(LocalDate first, LocalDate last) {
        List<LocalDate> days =
                first.datesUntil(last.plusDays(1)).filter(Days::isReporting).toList();
        return days.get(random.nextInt(days.size()));
    }

    /** So many days before, at most. */
    LocalDate shortlyBefore(LocalDate day, int atMost) {
        return day.minusDays(random.nextInt(atMost + 1));
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }
}
