package gongkai.query.metrics;

import gongkai.query.delivery.Deliveries;
import gongkai.query.stream.Audience;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.springframework.stereotype.Component;

/** What was to be told to others, and who listens. */
@Component
record TellingMetrics(Deliveries deliveries, Audience audience) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                Numbers.each(
                        "gongkai_deliveries",
                        "Deliveries of notices that wait for their next attempt, and those that were given up",
                        "state",
                        deliveries.undelivered()),
                Numbers.one("gongkai_stream_listeners", "Who listens to changes right now", audience.size()));
    }
}
