package gongkai.query.dashboard;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.AsOf;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the year went: what stood how at each month's end, by what is known at the position that is asked about. */
public record Trend(List<Month> months) {

    /**
     * @param on the last day of the month, or the day asked about in the month that still runs
     * @param fulfilled in time or late
     */
    public record Month(YearMonth month, LocalDate on, int overdue, int fulfilled, int total) {}

    /** From January to the month asked about; the facts are read once, and judged anew for each end. */
    static Trend of(Collection<Judged> owed, AnsweredAsOf asOf) {
        var last = YearMonth.from(asOf.at());
        return new Trend(Stream.iterate(last.withMonth(1), it -> !it.isAfter(last), it -> it.plusMonths(1))
                .map(month -> month(month, owed, asOf))
                .toList());
    }

    private static Month month(YearMonth month, Collection<Judged> owed, AnsweredAsOf asOf) {
        var asked = asOf.at().toInstant();
        var end = Collections.min(List.<Instant>of(ChinaTime.lastMomentOf(month.atEndOfMonth()), asked));
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        owed.forEach(it ->
                counts.merge(it.rule().statusOf(it.facts(), new AsOf(end, asOf.position())), 1, Integer::sum));
        return new Month(
                month,
                ChinaTime.dateOf(end),
                counts.getOrDefault(Status.OVERDUE, 0),
                counts.getOrDefault(Status.FULFILLED, 0) + counts.getOrDefault(Status.FULFILLED_LATE, 0),
                owed.size());
    }
}
