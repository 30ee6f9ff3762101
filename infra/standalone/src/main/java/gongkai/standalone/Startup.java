package gongkai.standalone;

import gongkai.command.CommandService;
import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.http.metrics.MetricsPort;
import gongkai.issuer.IssuerService;
import gongkai.issuer.client.Client;
import gongkai.query.QueryService;
import gongkai.standalone.sample.SampleImport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One start, part after part; {@code broken} hears of a part that ends by itself, now or later. */
record Startup(Settings settings, DataDirectory data, Parts parts, Console console, CompletableFuture<String> broken) {

    void run() throws Exception {
        RuntimeFile runtimeFile = RuntimeFile.absent(data.path());
        Installation installation = Installation.of(data, settings);
        Progress progress =
                console.progress(4 + (settings.provider().isPresent() ? 0 : 1) + (installation.imported() ? 0 : 1));

        PostgresServer postgres = progress.step("PostgreSQL", this::postgres);
        postgres.onEnd(() -> broken.complete("PostgreSQL ended by itself"));
        KafkaBroker.onFatal(reason -> broken.complete("Kafka gave up: " + reason));
        KafkaBroker kafka = progress.step("Kafka", () -> parts.start(() -> KafkaBroker.start(data.kafka())));
        Servers servers = new Servers(postgres, kafka);
        Identity identity = settings.provider().isPresent()
                ? Identity.of(settings.provider().get())
                : progress.step("accounts", () -> issuer(servers, installation));
        boolean fresh = !installation.imported();
        if (fresh && installation.sample() == Sample.DEMO) {
            progress.step(
                    "sample demo, one to two minutes",
                    () -> new DemoStart(settings, data, parts, servers, identity).run(installation));
        }
        Duration offset = clockOffset(installation, servers);
        MetricsPort command = service(
                progress, "command", CommandService.class, servers.forCommand(settings, identity, data.keys(), offset));
        MetricsPort query = service(
                progress, "query", QueryService.class, servers.forQuery(settings, identity, data.keys(), offset));
        if (fresh && installation.sample() == Sample.PINGLI_2019) {
            progress.step("sample pingli-2019", () -> load(installation, identity));
        }

        parts.start(() -> {
            runtimeFile.write(servers.describe(settings, identity, query, command));
            return runtimeFile;
        });
        console.ready(settings, installation, offset);
        identity.firstPassword().ifPresent(it -> console.firstAdministrator(settings, it));
    }

    private PostgresServer postgres() throws Exception {
        PostgresServer postgres = parts.start(() -> PostgresServer.start(data.postgres()));
        postgres.createDatabase(Servers.LEDGER);
        postgres.createDatabase(Servers.QUERY);
        postgres.createDatabase(Servers.ISSUER);
        return postgres;
    }

    private Duration clockOffset(Installation installation, Servers servers) throws SQLException {
        Optional<Instant> start = settings.time().or(installation.sample()::time);
        Optional<Instant> newest = start.isEmpty() ? Optional.empty() : servers.newestRecord();
        return BusinessClock.offset(start, newest, Instant.now());
    }

    /** Where its numbers are. */
    private MetricsPort service(Progress progress, String name, Class<?> main, Map<String, Object> properties)
            throws Exception {
        return progress.step(
                        name + " service",
                        () -> parts.start(new Service(main, name, properties, Optional.empty())::start))
                .getBean(MetricsPort.class);
    }

    private Identity issuer(Servers servers, Installation installation) throws Exception {
        int port = Ports.issuer(settings);
        Client loader = Identity.newLoader(installation.sample() == Sample.DEMO ? "demo" : "sample");
        var properties = servers.forIssuer(settings, data.keys(), port, loader);
        return Identity.of(
                parts.start(new Service(IssuerService.class, "issuer", properties, Optional.empty())::start),
                "http://127.0.0.1:" + port,
                loader);
    }

    private Installation load(Installation installation, Identity identity) throws Exception {
        new SampleImport(
                        identity.asLoader(settings.commandUrl()),
                        identity.asLoader(settings.queryUrl()),
                        Optional.empty())
                .run();
        return installation.complete(data);
    }
}
