package gongkai.command.metrics;

import gongkai.command.relay.Relay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How far the topic follows the log. */
@Component
record RelayMetrics(Relay relay) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gongkai.relay.lag", relay, it -> it.progress().lag())
                .description("Records of the log that the topic of events lacks")
                .baseUnit("records")
                .register(meters);
        Gauge.builder(
                        "gongkai.relay.problem",
                        relay,
                        it -> it.progress().problem().isPresent() ? 1 : 0)
                .description("1 while something keeps this service from publishing; /api/relay says what")
                .register(meters);
    }
}
