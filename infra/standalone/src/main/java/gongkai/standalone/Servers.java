package gongkai.standalone;

import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.http.metrics.MetricsPort;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The embedded servers, and what each service has to know of them. */
record Servers(PostgresServer postgres, KafkaBroker kafka) {
    static final String LEDGER = "gongkai_ledger";
    static final String QUERY = "gongkai_query";

    Map<String, Object> forCommand(Settings settings, Path keys, Duration clockOffset) {
        return Map.of(
                "gongkai.command.port", settings.commandPort(),
                "gongkai.ledger.url", postgres.jdbcUrl(LEDGER),
                "gongkai.ledger.username", postgres.user(),
                "gongkai.ledger.password", postgres.password(),
                "gongkai.kafka", kafka.bootstrapServers(),
                "gongkai.keys", keys,
                "gongkai.clock-offset", clockOffset);
    }

    Map<String, Object> forQuery(Settings settings, Path keys, Duration clockOffset) {
        return Map.of(
                "gongkai.query.port", settings.queryPort(),
                "gongkai.query.keys", keys,
                "gongkai.projection.url", postgres.jdbcUrl(QUERY),
                "gongkai.projection.username", postgres.user(),
                "gongkai.projection.password", postgres.password(),
                "gongkai.kafka", kafka.bootstrapServers(),
                "gongkai.clock-offset", clockOffset,
                "gongkai.command-url", settings.commandUrl());
    }

    Optional<Instant> newestRecord() throws SQLException {
        return BusinessClock.newestRecord(postgres.jdbcUrl(LEDGER), postgres.user(), postgres.password());
    }

    RuntimeFile.Content describe(Settings settings, MetricsPort query, MetricsPort command) {
        return new RuntimeFile.Content(
                settings.queryUrl(),
                settings.commandUrl(),
                metricsUrl(query),
                metricsUrl(command),
                postgres.jdbcUrl(LEDGER),
                postgres.user(),
                postgres.password(),
                kafka.bootstrapServers(),
                Map.of("standalone", ProcessHandle.current().pid(), "postgres", postgres.pid()));
    }

    private static String metricsUrl(MetricsPort port) {
        return "http://127.0.0.1:%d/metrics".formatted(port.number());
    }
}
