package gongkai.http.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Sends spans without what exceptions say, since that may quote what somebody wrote, and without the address that was asked, which may
 * be a secret; that one failed stays, and the address's pattern.
 */
record DiscreetSpans(SpanExporter receiver) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return receiver.export(spans.stream().<SpanData>map(WithoutWords::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return receiver.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return receiver.shutdown();
    }

    private static final class WithoutWords extends DelegatingSpanData {

        WithoutWords(SpanData span) {
            super(span);
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public Attributes getAttributes() {
            return super.getAttributes().toBuilder()
                    .removeIf(it -> it.getKey().equals("http.url"))
                    .build();
        }

        @Override
        public int getTotalAttributeCount() {
            return getAttributes().size();
        }

        /** Exceptions with their stacks; nothing of ours tells events. */
        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }
    }
}
