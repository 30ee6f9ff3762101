package gongkai.query.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.springframework.context.annotation.Configuration;

/** Registers all that the room tells; labels come and go with views and counties, so Micrometer's fixed meters do not fit. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    MetricsConfiguration(PrometheusRegistry registry, List<MultiCollector> collectors) {
        collectors.forEach(registry::register);
    }
}
