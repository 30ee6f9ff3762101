package gongkai.query.metrics;

import static java.util.stream.Collectors.toMap;

import gongkai.query.agreement.Agreement;
import gongkai.query.feed.Lags;
import gongkai.query.feed.Standstills;
import gongkai.query.progress.ProgressReport;
import gongkai.query.progress.ProjectionsAnswer.LedgerItem;
import gongkai.query.progress.ProjectionsAnswer.ProjectionItem;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.springframework.stereotype.Component;

/** How far the read side is; the same as {@code GET /api/projections} says. */
@Component
record ProgressMetrics(ProgressReport report, Lags lags, Standstills standstills) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        var views = report.now().items();
        return MetricSnapshots.of(
                Numbers.each(
                        "gongkai_view_lag_records",
                        "Records known to exist that the view has not applied, of all ledgers",
                        "view",
                        views.stream().collect(toMap(ProjectionItem::name, ProgressMetrics::lag))),
                Numbers.each(
                        "gongkai_view_parked",
                        "1 for a view that refused a record and waits",
                        "view",
                        views.stream()
                                .collect(toMap(
                                        ProjectionItem::name, it -> it.parked().isPresent() ? 1 : 0))),
                Numbers.each(
                        "gongkai_ledger_disagrees",
                        "1 for a ledger whose records here are not what it signed",
                        "jurisdiction",
                        views.getFirst().ledgers().stream()
                                .collect(toMap(LedgerItem::ledger, ProgressMetrics::disagrees))),
                Numbers.one(
                        "gongkai_feed_lag_messages",
                        "Messages that wait in the partitions of this instance, as of the last batch",
                        lags.all().values().stream().mapToLong(it -> it).sum()),
                Numbers.one(
                        "gongkai_feed_standstills",
                        "Partitions of this instance that cannot go on",
                        standstills.all().size()));
    }

    private static long lag(ProjectionItem view) {
        return view.ledgers().stream().mapToLong(LedgerItem::lag).sum();
    }

    private static int disagrees(LedgerItem it) {
        return it.agreement().state() == Agreement.State.DISAGREES ? 1 : 0;
    }
}
