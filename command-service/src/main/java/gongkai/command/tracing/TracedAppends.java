package gongkai.command.tracing;

import gongkai.command.ledger.commit.AppendTrace;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From handing events to the ledger until they stand: a part of the request that is being answered. */
@Component
final class TracedAppends implements AppendTrace {

    private final Tracer tracer;

    TracedAppends(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Followed begin() {
        var request = tracer.currentSpan();
        // Without a request nobody waits: the calendar's adoption of a notice, for one.
        if (request == null || !Boolean.TRUE.equals(request.context().sampled())) {
            return NONE.begin();
        }
        return new Append(tracer.spanBuilder()
                .setParent(request.context())
                .name("ledger append")
                .start());
    }

    private record Append(Span span) implements Followed {

        @Override
        public Optional<String> traceparent() {
            return Optional.of(Traceparents.of(span));
        }

        @Override
        public void close() {
            span.end();
        }
    }
}
