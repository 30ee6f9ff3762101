package gongkai.time;

import gongkai.time.Explanation.CountedDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which days are worked: Monday to Friday, less public holidays, plus shifted weekends. A year's arrangement may reach
 * into the last days of the year before, so all known years are asked about every day.
 */
public record WorkingCalendar(Map<Integer, HolidayArrangement> arrangements) {

    public static final WorkingCalendar WEEKENDS_ONLY = new WorkingCalendar(Map.of());

    public WorkingCalendar {
        arrangements = Map.copyOf(arrangements);
    }

    /** The same calendar with the arrangement in force for its year, in place of an earlier one. */
    public WorkingCalendar with(HolidayArrangement arrangement) {
        var years = new TreeMap<>(arrangements);
        years.put(arrangement.year(), arrangement);
        return new WorkingCalendar(years);
    }

    public boolean isWorkingDay(LocalDate date) {
        return reasonOf(date).isWorked();
    }

    /** What makes the day a working day or not. */
    public DayReason reasonOf(LocalDate date) {
        var arranged = arrangementOf(date);
        if (arranged.isPresent()) {
            return arranged.get().workdays().contains(date) ? DayReason.SHIFTED_WORKDAY : DayReason.HOLIDAY;
        }
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? DayReason.WORKING_DAY : DayReason.WEEKEND;
    }

    private Optional<HolidayArrangement> arrangementOf(LocalDate date) {
        return arrangements.values().stream()
                .filter(it -> it.workdays().contains(date) || it.holidays().contains(date))
                .findFirst();
    }

    /** No notice has arranged that day's year yet, so a later one may still move what is counted over it. */
    public boolean isProvisional(LocalDate date) {
        return !arrangements.containsKey(date.getYear());
    }

    /**
     * The end of a limit that starts at {@code start}: hours run from the instant itself, day and night; of the other
     * units the day of {@code start} in Asia/Shanghai is not counted (民法典 art. 201).
     *
     * @param amount at least 1
     */
    public DueDate count(Instant start, int amount, CountingUnit unit) {
        return explain(start, amount, unit).due();
    }

    /** The same, with every day that was counted or skipped. */
    public Explanation explain(Instant start, int amount, CountingUnit unit) {
        var day = ChinaTime.dateOf(start);
        return switch (unit) {
            case HOURS ->
                new Explanation(day, amount, unit, List.of(), DueDate.at(start.plus(amount, ChronoUnit.HOURS)));
            case MONTHS -> new Explanation(day, amount, unit, List.of(), DueDate.on(day.plusMonths(amount), false));
            case DAYS, WORKING_DAYS -> explainDays(day, amount, unit);
        };
    }

    private Explanation explainDays(LocalDate start, int amount, CountingUnit unit) {
        List<CountedDay> days = new ArrayList<>();
        var day = start;
        var counted = 0;
        while (counted < amount) {
            day = day.plusDays(1);
            var reason = unit == CountingUnit.DAYS ? DayReason.CALENDAR_DAY : reasonOf(day);
            var counts = unit == CountingUnit.DAYS || reason.isWorked();
            counted += counts ? 1 : 0;
            var notice = unit == CountingUnit.DAYS
                    ? Optional.<String>empty()
                    : arrangementOf(day).map(HolidayArrangement::notice);
            days.add(new CountedDay(day, counts, reason, notice, counted));
        }
        var provisional = unit == CountingUnit.WORKING_DAYS && days.stream().anyMatch(it -> isProvisional(it.on()));
        return new Explanation(start, amount, unit, days, DueDate.on(day, provisional));
    }

    /** Whether {@link #workingDaysBetween} is more than so many; counts no further than that. */
    public boolean hasMoreWorkingDaysBetween(int days, LocalDate from, LocalDate to) {
        return workingDays(from, to).limit(days + 1L).count() > days;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) workingDays(from, to).count();
    }

    private Stream<LocalDate> workingDays(LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay);
    }
}
