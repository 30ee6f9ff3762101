package gongkai.query.dashboard;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.OccurrenceItem;
import gongkai.time.ChinaTime;
import gongkai.time.WorkingCalendar;
import java.util.Comparator;
import java.util.List;

/**
 * What falls due soon and is still owed.
 *
 * @param workingDaysLeft after today, the last day included
 */
public record Upcoming(ObligationItem item, OccurrenceItem occurrence, int workingDaysLeft) {

    private static final int DAYS = 14;

    /** Today and within the next two weeks, the earliest first. */
    static List<Upcoming> of(List<ObligationItem> items, WorkingCalendar calendar, AnsweredAsOf asOf) {
        var today = ChinaTime.dateOf(asOf.at().toInstant());
        return items.stream()
                .flatMap(item -> item.occurrences().stream()
                        .filter(it -> it.fulfilledAt().isEmpty()
                                && !it.dueOn().isBefore(today)
                                && !it.dueOn().isAfter(today.plusDays(DAYS)))
                        .map(it -> new Upcoming(item, it, calendar.workingDaysBetween(today, it.dueOn()))))
                .sorted(Comparator.comparing((Upcoming it) -> it.occurrence().dueOn())
                        .thenComparing(it -> it.item().id()))
                .toList();
    }
}
