package gongkai.http.tracing;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Nothing is traced until an address is set that takes the traces. */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    private static final List<String> RECEIVERS =
            List.of("management.opentelemetry.tracing.export.otlp.endpoint", "management.opentelemetry.otlp.endpoint");

    /**
     * By the trace's id alone, so that all services with the same share choose the same traces, and nobody outside makes us
     * record more.
     *
     * @param share of all traces, from 0 to 1
     */
    @Bean
    Sampler sampler(Environment settings, @Value("${management.tracing.sampling.probability}") double share) {
        return RECEIVERS.stream().anyMatch(settings::containsProperty)
                ? Sampler.traceIdRatioBased(share)
                : Sampler.alwaysOff();
    }

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> receivers) {
        return SpanExporters.of(
                receivers.orderedStream().<SpanExporter>map(DiscreetSpans::new).toList());
    }
}
