package gongkai.query.metrics;

import static java.util.stream.Collectors.toMap;

import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.breach.Breaches;
import gongkai.query.record.RecordStore;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.springframework.stereotype.Component;

/** What is late in each county, now and as far as is known. */
@Component
record CountyMetrics(RecordStore records, Breaches breaches, AsOfResolver times) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(Numbers.each(
                "gongkai_breaches_open",
                "Breaches in force",
                "jurisdiction",
                records.jurisdictions().stream().collect(toMap(it -> it, this::open))));
    }

    private int open(String code) {
        return breaches.find(code, null, true, times.resolve(AsOfQuery.NOW, code))
                .size();
    }
}
