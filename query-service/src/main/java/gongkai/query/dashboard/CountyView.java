package gongkai.query.dashboard;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.breach.BreachItem;
import gongkai.query.breach.Breaches;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.status.CountyStatus;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Status;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A county as its leaders look at it, all from one reading of its obligations.
 *
 * @param breaches open ones, the longest first
 * @param silent ongoing duties without a sign of life, the longest first
 * @param statutory obligations that a statute above the plan concerns, by their second lamp
 */
public record CountyView(
        CountyStatus status,
        CountyTotals totals,
        List<BreachItem> breaches,
        List<Upcoming> upcoming,
        Optional<LocalDate> nextDue,
        List<ObligationItem> silent,
        Map<Status, Integer> statutory,
        HeatMap heat,
        Trend trend) {

    static CountyView of(CountyStatus status, JurisdictionFacts county, List<Judged> owed, AnsweredAsOf asOf) {
        var rows = Row.of(owed, asOf);
        var items = rows.stream().map(Row::item).toList();
        return new CountyView(
                status,
                CountyTotals.of(status),
                Breaches.of(owed, true, asOf).stream()
                        .sorted(Comparator.comparingInt((BreachItem it) -> -it.workingDaysLate())
                                .thenComparing(BreachItem::unit)
                                .thenComparing(BreachItem::id))
                        .toList(),
                Upcoming.of(items, county.calendar(), asOf),
                status.units().stream().flatMap(it -> it.nextDue().stream()).min(Comparator.naturalOrder()),
                items.stream()
                        .filter(it -> it.status() == Status.ONGOING_SILENT)
                        .sorted(Comparator.comparingLong(
                                        (ObligationItem it) -> -it.silentDays().orElse(0L))
                                .thenComparing(ObligationItem::id))
                        .toList(),
                lamps(rows),
                HeatMap.of(status.units(), items),
                Trend.of(owed, asOf));
    }

    private static Map<Status, Integer> lamps(List<Row> rows) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        rows.forEach(row -> row.statutory().ifPresent(it -> counts.merge(it, 1, Integer::sum)));
        return Collections.unmodifiableMap(counts);
    }
}
