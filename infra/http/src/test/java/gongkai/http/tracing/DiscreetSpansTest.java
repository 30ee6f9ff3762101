package gongkai.http.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreetSpansTest {

    private static final class Receiver implements SpanExporter {
        final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> some) {
            spans.addAll(some);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void that_a_step_failed_is_told_and_not_what_its_exception_quoted() {
        var receiver = new Receiver();
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetSpans(receiver)))
                .build()) {
            var span = provider.get("test").spanBuilder("step").startSpan();
            span.recordException(new IllegalStateException("王某的电话"));
            span.setStatus(StatusCode.ERROR, "王某的电话");
            span.end();
        }

        assertThat(receiver.spans).singleElement().satisfies(it -> {
            assertThat(it.getName()).isEqualTo("step");
            assertThat(it.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(it.getStatus().getDescription()).isEmpty();
            assertThat(it.getEvents()).isEmpty();
        });
    }

    @Test
    void the_address_that_was_asked_is_not_told_and_its_pattern_is() {
        var receiver = new Receiver();
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetSpans(receiver)))
                .build()) {
            provider.get("test")
                    .spanBuilder("step")
                    .setAttribute("http.url", "/api/deadlines/secret.ics")
                    .setAttribute("uri", "/api/deadlines/{secret}.ics")
                    .startSpan()
                    .end();
        }

        assertThat(receiver.spans)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.getAttributes().asMap().values()).containsExactly("/api/deadlines/{secret}.ics"));
    }
}
