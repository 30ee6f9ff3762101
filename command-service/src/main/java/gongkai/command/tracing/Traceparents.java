package gongkai.command.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A span as W3C Trace Context writes it, and one that goes on from there. */
@Component
final class Traceparents {

    private static final String NAME = "traceparent";

    private final Propagator propagator;

    Traceparents(Propagator propagator) {
        this.propagator = propagator;
    }

    /** @param span that is recorded */
    static String of(Span span) {
        return "00-%s-%s-01".formatted(span.context().traceId(), span.context().spanId());
    }

    /** Not begun yet. */
    Span.Builder after(String traceparent) {
        return propagator.extract(Map.of(NAME, traceparent), (all, name) -> all.get(name));
    }
}
