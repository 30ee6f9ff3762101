package gongkai.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

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
        for (var arrangement : arrangements.values()) {
            if (arrangement.workdays().contains(date)) {
                return true;
            }
            if (arrangement.holidays().contains(date)) {
                return false;
            }
        }
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
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
        return unit == CountingUnit.HOURS
                ? DueDate.at(start.plus(amount, ChronoUnit.HOURS))
                : count(ChinaTime.dateOf(start), amount, unit);
    }

    /** @param unit not hours, which have no day to start from */
    public DueDate count(LocalDate start, int amount, CountingUnit unit) {
        return switch (unit) {
            case DAYS -> DueDate.on(start.plusDays(amount), false);
            case MONTHS -> DueDate.on(start.plusMonths(amount), false);
            case WORKING_DAYS -> countWorkingDays(start, amount);
            case HOURS -> throw new IllegalArgumentException("Hours are counted from an instant, not from a day");
        };
    }

    private DueDate countWorkingDays(LocalDate start, int amount) {
        var day = start;
        var counted = 0;
        var provisional = false;
        while (counted < amount) {
            day = day.plusDays(1);
            provisional |= isProvisional(day);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return DueDate.on(day, provisional);
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
