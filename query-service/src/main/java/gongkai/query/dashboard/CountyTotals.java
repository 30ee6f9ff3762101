package gongkai.query.dashboard;

import gongkai.query.status.CountyStatus;
import gongkai.query.status.UnitSummary;
import gongkai.status.Status;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The county's units added up.
 *
 * @param late units with an open breach, the most first
 */
public record CountyTotals(int obligations, Map<Status, Integer> counts, List<UnitSummary> late) {

    static CountyTotals of(CountyStatus county) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        county.units().forEach(unit -> unit.counts().forEach((status, n) -> counts.merge(status, n, Integer::sum)));
        return new CountyTotals(
                counts.values().stream().mapToInt(it -> it).sum(),
                counts,
                county.units().stream()
                        .filter(UnitSummary::late)
                        .sorted(Comparator.comparingInt((UnitSummary it) -> -it.breaches())
                                .thenComparing(UnitSummary::code))
                        .toList());
    }
}
