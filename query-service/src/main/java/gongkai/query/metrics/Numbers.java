package gongkai.query.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;

/** Gauges as Prometheus wants them. */
final class Numbers {
    private Numbers() {}

    static GaugeSnapshot one(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(Labels.EMPTY, (double) value))
                .build();
    }

    /** @param values by what the label says; what is not in it has no number */
    static GaugeSnapshot each(String name, String help, String label, Map<String, ? extends Number> values) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((key, value) -> gauge.dataPoint(point(Labels.of(label, key), value.doubleValue())));
        return gauge.build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
