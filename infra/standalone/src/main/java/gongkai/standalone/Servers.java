package gongkai.standalone;

import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.http.metrics.MetricsPort;
import gongkai.issuer.client.Client;
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
    static final String ISSUER = "gongkai_issuer";

    Map<String, Object> forIssuer(Settings settings, Path keys, int port, Client loader) {
        return Map.of(
                "gongkai.issuer.port", port,
                "gongkai.issuer.keys", keys,
                "gongkai.issuer.pages", "http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(settings.queryPort()),
                "gongkai.issuer.loader.id", loader.id(),
                "gongkai.issuer.loader.secret", loader.secret(),
                "gongkai.accounts.url", postgres.jdbcUrl(ISSUER),
                "gongkai.accounts.username", postgres.user(),
                "gongkai.accounts.password", postgres.password());
    }

    Map<String, Object> forCommand(Settings settings, Identity identity, Path keys, Duration clockOffset) {
        return Map.of(
                "gongkai.issuer", identity.url(),
                "gongkai.command.port", settings.commandPort(),
                "gongkai.ledger.url", postgres.jdbcUrl(LEDGER),
                "gongkai.ledger.username", postgres.user(),
                "gongkai.ledger.password", postgres.password(),
                "gongkai.kafka", kafka.bootstrapServers(),
                "gongkai.keys", keys,
                "gongkai.person-keys", settings.personKeys(),
                "gongkai.clock-offset", clockOffset);
    }

    Map<String, Object> forQuery(Settings settings, Identity identity, Path keys, Duration clockOffset) {
        return Map.ofEntries(
                Map.entry("gongkai.issuer", identity.url()),
                Map.entry("gongkai.accounts-url", identity.accounts().orElse("")),
                Map.entry("gongkai.client.id", identity.query().id()),
                Map.entry("gongkai.client.secret", identity.query().secret()),
                Map.entry("gongkai.query.port", settings.queryPort()),
                Map.entry("gongkai.query.keys", keys),
                Map.entry("gongkai.projection.url", postgres.jdbcUrl(QUERY)),
                Map.entry("gongkai.projection.username", postgres.user()),
                Map.entry("gongkai.projection.password", postgres.password()),
                Map.entry("gongkai.kafka", kafka.bootstrapServers()),
                Map.entry("gongkai.clock-offset", clockOffset),
                Map.entry("gongkai.command-url", settings.commandUrl()));
    }

    Optional<Instant> newestRecord() throws SQLException {
        return BusinessClock.newestRecord(postgres.jdbcUrl(LEDGER), postgres.user(), postgres.password());
    }

    RuntimeFile.Content describe(Settings settings, Identity identity, MetricsPort query, MetricsPort command) {
        return new RuntimeFile.Content(
                settings.queryUrl(),
                settings.commandUrl(),
                metricsUrl(query),
                metricsUrl(command),
                postgres.jdbcUrl(LEDGER),
                postgres.user(),
                postgres.password(),
                kafka.bootstrapServers(),
                identity.url(),
                identity.tokenEndpoint(),
                identity.machines().stream()
                        .map(it -> new RuntimeFile.Client(
                                it.id(), it.secret(), it.roles(), it.jurisdictions(), it.units()))
                        .toList(),
                Map.of("standalone", ProcessHandle.current().pid(), "postgres", postgres.pid()));
    }

    private static String metricsUrl(MetricsPort port) {
        return "http://127.0.0.1:%d/metrics".formatted(port.number());
    }
}
