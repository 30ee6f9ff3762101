package gongkai.setup;

import gongkai.command.CommandService;
import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.issuer.IssuerService;
import gongkai.query.QueryService;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What compose.yaml describes, by the same files, on the embedded servers and in this JVM: only addresses and directories
 * differ, for here all stand on the loopback.
 */
final class Installed {

    static final Path FILES = Path.of("").toAbsolutePath();

    private final Path home;
    private final Map<String, String> addresses = new TreeMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    final SpanReceiver spans = start(new SpanReceiver());

    Installed(Path home) throws Exception {
        this.home = home;
        makeSecrets();
        // As the image does on its command line; before anything in this JVM speaks TLS.
        System.setProperty(
                "javax.net.ssl.trustStore",
                secrets("query").resolve("trust.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");

        var postgres = start(PostgresServer.start(
                home.resolve("postgres-data"),
                Map.of(
                        "config_file",
                        settings("postgres", "postgres")
                                .resolve("postgresql.conf")
                                .toString())));
        Files.writeString(secrets("setup").resolve("passwords/gongkai"), postgres.password());
        addresses.put("postgres:5432", postgres.jdbcUrl("").replaceAll(".*//|/", ""));
        var kafka = start(KafkaBroker.start(home.resolve("kafka-data"), freePort(), brokerSettings()));
        addresses.put("kafka:9092", kafka.bootstrapServers());
        setUp();

        addresses.put("https://${GONGKAI_ISSUER_HOST:issuer.localhost}:8444", "https://localhost:" + freePort());
        service("issuer", IssuerService.class, "--gongkai.issuer.port=" + issuer().replaceAll(".*:", ""));
        var command = service("command", CommandService.class, "--gongkai.command.port=0");
        addresses.put("https://command:8081", "https://localhost:" + port(command));
        var query = service("query", QueryService.class, "--gongkai.query.port=0");
        addresses.put("https://query:8443", "https://localhost:" + port(query));
    }

    /** As often as one likes: what is there stays. */
    void makeSecrets() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                FILES.resolve("secrets.sh").toString(), home.resolve("secrets").toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (process.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("secrets.sh failed");
        }
    }

    /** As often as one likes: what is as it must be stays. */
    void setUp() throws Exception {
        Setup.run(postgres(), kafka(), secrets("setup"), kafkaSettings("setup"));
    }

    /** One service's, or {@code setup}'s; the only one that it sees. */
    Path secrets(String service) {
        return home.resolve("secrets").resolve(service);
    }

    String postgres() {
        return address("postgres:5432");
    }

    String kafka() {
        return address("kafka:9092");
    }

    String issuer() {
        return address("https://${GONGKAI_ISSUER_HOST:issuer.localhost}:8444");
    }

    String command() {
        return address("https://command:8081");
    }

    String query() {
        return address("https://query:8443");
    }

    private String address(String written) {
        return Objects.requireNonNull(addresses.get(written));
    }

    /** Of Kafka's clients, as that service has them. */
    Path kafkaSettings(String service) throws IOException {
        return settings("settings", service).resolve("kafka.properties");
    }

    /** Of clients as the given service, with the broker's address. */
    Properties kafkaClient(String service) throws IOException {
        var client = properties(kafkaSettings(service));
        client.put("bootstrap.servers", kafka());
        client.put("default.api.timeout.ms", "8000");
        client.put("request.timeout.ms", "4000");
        return client;
    }

    private Map<String, String> brokerSettings() throws IOException {
        var settings = new TreeMap<String, String>();
        properties(settings("kafka", "kafka").resolve("server.properties"))
                .forEach((name, value) -> settings.put((String) name, (String) value));
        return settings;
    }

    static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }

    /** The files of one of compose's directories as they are in a service's container, but for where things are. */
    private Path settings(String directory, String service) throws IOException {
        var target = Files.createDirectories(home.resolve("etc").resolve(service));
        try (var files = Files.newDirectoryStream(FILES.resolve(directory))) {
            for (var file : files) {
                var text = Files.readString(file)
                        .replace("/run/gongkai", secrets(service).toString())
                        .replace("/etc/gongkai", target.toString());
                for (var address : addresses.entrySet()) {
                    text = text.replace(address.getKey(), address.getValue());
                }
                Files.writeString(target.resolve(file.getFileName()), text);
            }
        }
        return target;
    }

    private ConfigurableApplicationContext service(String name, Class<?> main, String port) throws IOException {
        var context = new SpringApplicationBuilder(main)
                .main(main)
                .run(
                        "--spring.config.name=" + name,
                        "--spring.config.additional-location=" + settings("settings", name) + "/",
                        "--server.address=127.0.0.1",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + spans.endpoint(),
                        "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                        "--management.tracing.sampling.probability=1",
                        port);
        return start(context);
    }

    private static String port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port");
    }

    private <P extends AutoCloseable> P start(P part) {
        started.push(part);
        return part;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
