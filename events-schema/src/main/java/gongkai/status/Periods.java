package gongkai.status;

import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.time.ChinaTime;
import gongkai.time.Period;
import gongkai.time.TimeLimit.Recurring;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods of a recurring limit within its plan's year. Without a stated beginning the first is the one in which the
 * plan was issued, else the one in which the unit was assigned: nobody owes a period that had ended before.
 */
final class Periods {

    private Periods() {}

    /** One period: its days, both included, and the last day that is in time. */
    record Instance(String id, LocalDate first, LocalDate last, LocalDate dueOn) {}

    static List<Instance> of(Recurring limit, ObligationAssigned assigned) {
        int year = Identifier.yearOf(assigned.task());
        int months = monthsOf(limit.every());
        var from = limit.from().orElseGet(() -> beginning(assigned, year));
        return IntStream.range(0, 12 / months)
                .mapToObj(index -> instance(limit, YearMonth.of(year, index * months + 1), months))
                .filter(it -> !it.last().isBefore(from))
                .toList();
    }

    private static LocalDate beginning(ObligationAssigned assigned, int year) {
        var day = assigned.issuedOn().orElseGet(() -> ChinaTime.dateOf(assigned.occurredAt()));
        return day.getYear() > year ? LocalDate.of(year, 1, 1) : day;
    }

    private static Instance instance(Recurring limit, YearMonth first, int months) {
        var last = first.plusMonths(months - 1L);
        var dueMonth = limit.month()
                .map(it -> first.plusMonths(Math.min(it, months) - 1L))
                .orElse(last);
        var dueOn = limit.day()
                .map(it -> dueMonth.atDay(Math.min(it, dueMonth.lengthOfMonth())))
                .orElseGet(dueMonth::atEndOfMonth);
        return new Instance(idOf(limit.every(), first), first.atDay(1), last.atEndOfMonth(), dueOn);
    }

    private static String idOf(Period every, YearMonth first) {
        return switch (every) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    private static int monthsOf(Period every) {
        return switch (every) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
    }
}
