package gongkai.http.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;

/**
 * All numbers of a service at {@code /metrics} on a port of their own, so that the port of the API, which others may reach,
 * never tells them.
 */
public final class MetricsPort implements AutoCloseable {

    private final HTTPServer server;

    /**
     * @param address loopback, unless who runs the service wants it otherwise
     * @param port 0: any that is free
     */
    MetricsPort(
            PrometheusRegistry registry,
            @Value("${gongkai.metrics.address}") InetAddress address,
            @Value("${gongkai.metrics.port}") int port) {
        try {
            server = HTTPServer.builder()
                    .inetAddress(address)
                    .port(port)
                    .registry(registry)
                    .registerHealthHandler(false)
                    .buildAndStart();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port %d for metrics cannot be opened (%s): free it, or set another metrics port."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    public int number() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
