package gongkai.query.feed;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** The end of a traced request's way: from the arrival of its last record until the tables, and so the pages, show it. */
@Component
class TracedBatches {

    private static final String TRACEPARENT = "traceparent";

    private final Propagator propagator;

    TracedBatches(Propagator propagator) {
        this.propagator = propagator;
    }

    /** One record's. */
    private record Step(int partition, Span span) {}

    /** A batch that is being applied. */
    record Followed(List<Step> steps) {

        /** Those of partitions that could not go on are not there yet; they come again. */
        void applied(Set<Integer> standing) {
            steps.stream()
                    .filter(it -> !standing.contains(it.partition()))
                    .forEach(it -> it.span().end());
        }
    }

    Followed begin(List<ConsumerRecord<String, byte[]>> batch) {
        return new Followed(batch.stream()
                .filter(it -> it.headers().lastHeader(TRACEPARENT) != null)
                .map(it -> new Step(it.partition(), span(it)))
                .toList());
    }

    private Span span(ConsumerRecord<String, byte[]> record) {
        return propagator
                .extract(record.headers(), (headers, name) -> {
                    var header = headers.lastHeader(name);
                    return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
                })
                .name("view apply")
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.destination.name", record.topic())
                .start();
    }
}
