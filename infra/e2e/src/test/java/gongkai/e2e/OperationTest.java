package gongkai.e2e;

import static gongkai.e2e.RawHttp.bytes;
import static gongkai.e2e.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who run it look at: numbers, the log, and the list of what it is made of. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(Integer.MAX_VALUE) // it adds a county
class OperationTest {
    private static final String COUNTY = "/api/jurisdictions/610928";
    private static final String ROBOT = "SEC" + "0123456789abcdef".repeat(4);
    private static final Pattern METRIC = Pattern.compile("\\b(gongkai|http_server|jvm)_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"gongkai.json", "alerts.yaml"})
    void whateverADashboardOrAnAlertNamesIsTold(String file, RunningStandalone gongkai) throws IOException {
        gongkai.command().put(COUNTY, "application/json", "{\"name\":\"旬阳县\"}").ok();
        Set<String> named = new TreeSet<>(METRIC.matcher(
                        Files.readString(Project.root().resolve("infra/grafana").resolve(file)))
                .results()
                .map(it -> it.group())
                .toList());
        assertThat(named).hasSizeGreaterThan(5);
        await().untilAsserted(() -> assertThat(told(gongkai)).containsAll(named));
    }

    @Test
    void a_request_that_cannot_be_read_is_counted_as_refused_and_not_as_our_failure(RunningStandalone gongkai)
            throws IOException {
        assertThat(send(
                                gongkai.launch().queryPort(),
                                bytes("GET", "/api/obligations?unit=%s", List.of("Host: a"), new byte[0]))
                        .status())
                .isEqualTo(400);
        await().untilAsserted(() -> assertThat(lines(gongkai))
                .anyMatch(it -> it.startsWith("http_server_requests_seconds_count") && it.contains("status=\"400\"")));
        assertThat(lines(gongkai))
                .noneMatch(it -> it.contains("status=\"500\"") && it.contains("InvalidParameterException"));
    }

    private static Set<String> told(RunningStandalone gongkai) {
        return lines(gongkai).map(it -> it.split("[ {]", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By both services together. */
    private static Stream<String> lines(RunningStandalone gongkai) {
        return Stream.of("queryMetricsUrl", "commandMetricsUrl").flatMap(service -> {
            var url = URI.create(runtime(gongkai).path(service).asString());
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            return new Api(url.toString(), () -> "none").get("").text().lines().filter(it -> !it.startsWith("#"));
        });
    }

    @Test
    void noSecretStandsInTheLog(RunningStandalone gongkai) throws IOException {
        var query = gongkai.query();
        var webhook = subscribe(query, "WEBHOOK", "https://hooks.invalid/in?token=t0ken-of-the-webhook", Map.of());
        query.post("/api/subscriptions/" + webhook.path("id").asString() + "/test", Map.of())
                .ok();
        subscribe(query, "WECOM", "k3y-of-the-robot", Map.of());
        subscribe(query, "DINGTALK", "t0ken-of-the-robot", Map.of("secret", ROBOT));
        query.post("/api/subscriptions", Map.of("channel", "WEBHOOK", "target", "http://user:passw0rd@hooks.invalid/"));
        query.get("/units/610928-T01?token=t0ken-of-a-reader");
        var runtime = runtime(gongkai);
        assertThat(Files.readString(gongkai.launch().data().resolve("logs/standalone.log")))
                .contains("Tomcat started on port")
                .doesNotContain(
                        webhook.path("secret").asString(),
                        "t0ken-of",
                        "k3y-of",
                        ROBOT,
                        "passw0rd",
                        runtime.path("jdbcPassword").asString(),
                        Files.readString(gongkai.launch().data().resolve("keys/signing-key"))
                                .lines()
                                .findFirst()
                                .orElseThrow());
    }

    private static JsonNode subscribe(Api query, String channel, String target, Map<String, String> more) {
        var body = new HashMap<>(more);
        body.putAll(Map.of("channel", channel, "target", target, "jurisdiction", "610928"));
        return query.post("/api/subscriptions", body).ok();
    }

    @Test
    void theProgramListsWhatItIsMadeOfAndUnderWhichLicences() throws IOException {
        List<String> jars = jarsOfTheProgram();
        String own = jars.stream()
                .filter(it -> it.startsWith("standalone-"))
                .findFirst()
                .orElseThrow();
        try (var jar = new JarFile(Project.program().resolve(own).toFile())) {
            var bom = JsonMapper.shared().readTree(text(jar, "META-INF/sbom/application.cdx.json"));
            assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
            var listed = bom.path("components")
                    .valueStream()
                    .map(it -> it.path("name").asString() + "-"
                            + it.path("version").asString())
                    .toList();
            assertThat(jars)
                    .filteredOn(it -> !it.equals(own))
                    .allSatisfy(it -> assertThat(listed).anyMatch(it::startsWith));
            assertThat(text(jar, "META-INF/THIRD-PARTY.txt"))
                    .contains("(BSD-2-Clause) PostgreSQL JDBC Driver (org.postgresql:postgresql:");
        }
    }

    private static List<String> jarsOfTheProgram() throws IOException {
        try (var files = Files.list(Project.program())) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), UTF_8);
    }

    private static JsonNode runtime(RunningStandalone gongkai) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(gongkai.launch().data().resolve("runtime.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
