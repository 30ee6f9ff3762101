package gongkai.command.tracing;

import gongkai.command.relay.RelayTrace;
import io.micrometer.tracing.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From reading a traced record in the log until the transaction stands in which the topic gets it. */
@Component
final class TracedRelay implements RelayTrace {

    private final JdbcClient jdbc;
    private final Traceparents traceparents;

    TracedRelay(JdbcClient jdbc, Traceparents traceparents) {
        this.jdbc = jdbc;
        this.traceparents = traceparents;
    }

    @Override
    public Publication begin(long first, long next) {
        var spans = new HashMap<Long, Span>();
        jdbc.sql("SELECT position, traceparent FROM record_trace WHERE position >= :first AND position < :next")
                .params(Map.of("first", first, "next", next))
                .query(row -> {
                    spans.put(row.getLong(1), span(row.getString(2)));
                });
        return spans.isEmpty() ? NONE.begin(first, next) : new Traced(spans);
    }

    private Span span(String traceparent) {
        return traceparents
                .after(traceparent)
                .name("topic relay")
                .kind(Span.Kind.PRODUCER)
                .start();
    }

    private final class Traced implements Publication {

        private final Map<Long, Span> spans;

        Traced(Map<Long, Span> spans) {
            this.spans = spans;
        }

        @Override
        public Optional<String> traceparent(long position) {
            return Optional.ofNullable(spans.get(position)).map(Traceparents::of);
        }

        /** What was left over from before goes, too. */
        @Override
        public void stands() {
            spans.forEach(
                    (position, span) -> span.tag("gongkai.position", position).end());
            jdbc.sql("DELETE FROM record_trace WHERE position <= :last")
                    .param("last", Collections.max(spans.keySet()))
                    .update();
        }
    }
}
