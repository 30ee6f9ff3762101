package gongkai.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.command.ledger.Ledger;
import gongkai.http.metrics.MetricsPort;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real PostgreSQL and a real broker, on 6 May 2019 at nine o'clock in China, spoken to over HTTP. */
final class RunningCommandService implements AutoCloseable {

    /** Who asks, unless a test says otherwise. */
    static final String REGISTRAR = "registrar";

    private final TestPostgres postgres;
    private final TestKafka kafka;
    private final Path keys;
    private final RestClient http = RestClient.builder()
            .defaultHeaders(it -> it.setBearerAuth(TestIssuer.shared().token(REGISTRAR)))
            .build();
    private ConfigurableApplicationContext service;
    private String address;
    private List<String> settings = List.of();

    RunningCommandService(TestPostgres postgres, TestKafka kafka, Path directory) {
        this.postgres = postgres;
        this.kafka = kafka;
        keys = directory.resolve("keys");
        postgres.createDatabase("gongkai_ledger");
        begin();
    }

    /** The service alone, with these further settings; its servers go on. */
    void restart(String... settings) {
        this.settings = List.of(settings);
        service.close();
        begin();
    }

    /** The same, with something done while it is down. */
    void restartAfter(Runnable meanwhile) {
        service.close();
        meanwhile.run();
        begin();
    }

    TestPostgres postgres() {
        return postgres;
    }

    Path keys() {
        return keys;
    }

    private void begin() {
        var offset = Duration.between(Instant.now(), Instant.parse("2019-05-06T01:00:00Z"));
        service = new SpringApplicationBuilder(CommandService.class)
                .run(arguments(
                        "--spring.config.name=command",
                        "--gongkai.command.port=0",
                        "--gongkai.ledger.url=" + postgres.jdbcUrl("gongkai_ledger"),
                        "--gongkai.ledger.username=" + postgres.user(),
                        "--gongkai.ledger.password=" + postgres.password(),
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        TestIssuer.shared().setting(),
                        "--gongkai.calendar-check=PT1S",
                        "--gongkai.keys=" + keys,
                        "--gongkai.clock-offset=" + offset));
        address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    private String[] arguments(String... own) {
        return Stream.concat(Stream.of(own), settings.stream()).toArray(String[]::new);
    }

    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }

        long position() {
            return body.path("position").asLong(-1);
        }
    }

    ApplicationContext context() {
        return service;
    }

    <B> B bean(Class<B> type) {
        return service.getBean(type);
    }

    /** With user and password. */
    String ledgerUrl() {
        return "%s?user=%s&password=%s"
                .formatted(postgres.jdbcUrl("gongkai_ledger"), postgres.user(), postgres.password());
    }

    String address() {
        return address;
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    /** The newest position. */
    long recorded() {
        return bean(Ledger.class).lastPosition().orElse(-1);
    }

    Answer send(HttpMethod method, String path) {
        return exchange(request(method, path));
    }

    byte[] bytes(String path) {
        return request(HttpMethod.GET, path).exchange((_, response) -> {
            if (!response.getStatusCode().is2xxSuccessful()) {
                throw new AssertionError(
                        path + " answers " + new String(response.getBody().readAllBytes(), UTF_8));
            }
            return response.getBody().readAllBytes();
        });
    }

    /** What a Prometheus gets. */
    String scrape() {
        var numbers =
                "http://127.0.0.1:%d/metrics".formatted(bean(MetricsPort.class).number());
        return String.valueOf(http.get().uri(numbers).retrieve().body(String.class));
    }

    String text(String path) {
        return new String(bytes(path), UTF_8);
    }

    /** In the name of whom the token names. */
    Answer send(HttpMethod method, String path, String body, String token) {
        return exchange(request(method, path)
                .headers(it -> it.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    Answer send(HttpMethod method, String path, String body) {
        return exchange(
                request(method, path).contentType(MediaType.APPLICATION_JSON).body(body));
    }

    Answer put(String path, String type, String body) {
        return exchange(request(HttpMethod.PUT, path)
                .contentType(MediaType.parseMediaType(type))
                .body(body));
    }

    Answer post(String path, String body, String... idempotencyKey) {
        return exchange(request(HttpMethod.POST, path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(it -> List.of(idempotencyKey).forEach(key -> it.set("Idempotency-Key", key)))
                .body(body));
    }

    /** @param more further form fields, each {@code name=value} */
    Answer importPlan(byte[] content, String name, int year, boolean dryRun, String... more) {
        return upload("610926", dryRun, form(content, name, year, more));
    }

    Answer importInto(String county, byte[] content, String name, int year) {
        return upload(county, false, form(content, name, year));
    }

    private static LinkedMultiValueMap<String, Object> form(byte[] content, String name, int year, String... more) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        parts.add("year", Integer.toString(year));
        for (var field : more) {
            int equals = field.indexOf('=');
            parts.add(field.substring(0, equals), field.substring(equals + 1));
        }
        return parts;
    }

    private Answer upload(String county, boolean dryRun, Object parts) {
        return exchange(request(HttpMethod.POST, "/api/jurisdictions/" + county + "/plans?dryRun=" + dryRun)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts));
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path) {
        return http.method(method).uri(URI.create(address + path));
    }

    private static Answer exchange(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((_, response) -> new Answer(
                response.getStatusCode().value(),
                JsonMapper.shared().readTree(response.getBody().readAllBytes())));
    }

    @Override
    public void close() {
        service.close();
    }
}
