package gongkai.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.embedded.KafkaSettings;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The installation of compose.yaml: it works, and nobody in it may more than they need. */
class InstalledTest {

    private static Installed installed;
    private static HttpClient http;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        installed = new Installed(home);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws Exception {
        installed.stop();
    }

    @Test
    void what_is_commanded_can_be_read_and_all_between_is_tls() throws Exception {
        var token = token("registrar");
        var written = ask(HttpRequest.newBuilder(URI.create(installed.command() + "/api/jurisdictions/610926"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"name\":\"平利县\"}")));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);

        var projections = HttpRequest.newBuilder(URI.create(installed.query() + "/api/projections"))
                .header("Authorization", "Bearer " + token("auditor"));
        Awaitility.await("the record, and that it is what the ledger signed")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ask(projections).body())
                        .containsPattern("\"ledger\":\"610926\"|\"jurisdiction\":\"610926\"")
                        .containsPattern("AGREES|\"agrees\":true"));
        try (var admin = Admin.create(installed.kafkaClient("setup"))) {
            assertThat(admin.listTopics().names().get())
                    .contains("gongkai.events", "gongkai.checkpoints", "gongkai.notices");
        }
    }

    /** ADR 0040. */
    @Test
    void one_trace_leads_from_the_command_to_the_moment_when_the_page_can_show_it() throws Exception {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var written = ask(HttpRequest.newBuilder(URI.create(installed.command() + "/api/jurisdictions/610999"))
                .header("Authorization", "Bearer " + token("registrar"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .PUT(BodyPublishers.ofString("{\"name\":\"某某县\"}")));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);

        var steps = List.of("http put /api/jurisdictions/{code}", "ledger append", "topic relay", "view apply");
        Awaitility.await("all steps of the trace")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(installed.spans.trace(trace))
                        .extracting(Span::getName)
                        .containsSubsequence(steps));
        // Each goes on from the one before it.
        var spans = installed.spans.trace(trace).stream()
                .filter(it -> steps.contains(it.getName()))
                .toList();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(spans.get(i).getParentSpanId())
                    .isEqualTo(spans.get(i - 1).getSpanId());
        }
        assertThat(installed.spans.all()).contains("gongkai-command").doesNotContain("某某", "Bearer", "registrar");
    }

    /** What somebody wrote may stand in the sentence that refuses it; it goes back to them and nowhere else. */
    @Test
    void what_an_error_quotes_does_not_leave_with_the_trace() throws Exception {
        var trace = "5bf92f3577b34da6a3ce929d0e0e4736";
        var refused = ask(HttpRequest.newBuilder(
                        URI.create(installed.command() + "/api/obligations/610926-2019-04-T03/publications"))
                .header("Authorization", "Bearer " + token("registrar"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString("{\"title\":7,\"url\":\"secretly\",\"publishedAt\":\"the-day-of-X\"}")));
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);

        Awaitility.await("the trace of the refusal")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(installed.spans.trace(trace)).isNotEmpty());
        assertThat(installed.spans.trace(trace).toString()).doesNotContain("secretly", "the-day-of-X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE ledger_event SET record = '' WHERE position = 0
            DELETE FROM ledger_event
            TRUNCATE ledger_event
            DROP TABLE ledger_event
            ALTER TABLE ledger_event DISABLE TRIGGER ALL
            UPDATE tree_node SET hash = ''
            DELETE FROM source_document
            DELETE FROM log_head
            UPDATE cosignature SET line = ''
            SELECT * FROM flyway_schema_history
            CREATE TABLE another (one int)
            CREATE TEMPORARY TABLE another (one int)
            SET ROLE gongkai_ledger_owner
            """)
    void the_ledgers_role_adds_to_the_log_and_changes_nothing_in_it(String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(
                        url("gongkai_ledger", "verify-full"), "gongkai_command", password("gongkai_command"));
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gongkai_query, gongkai_ledger",
        "gongkai_issuer, gongkai_ledger",
        "gongkai_command, gongkai_query",
        "gongkai_command, gongkai_issuer",
        "gongkai_query, gongkai_issuer",
        "gongkai_query, postgres"
    })
    void each_role_reaches_its_own_database_alone(String role, String database) {
        assertThatThrownBy(() -> DriverManager.getConnection(url(database, "verify-full"), role, password(role)))
                .hasMessageContaining("pg_hba.conf");
    }

    /** Should a hand slip in pg_hba.conf: the databases themselves let nobody else in either. */
    @Test
    void the_databases_rights_say_the_same_as_the_list_of_who_may_connect() throws Exception {
        var server = new Server(installed.postgres(), installed.secrets("setup"));
        try (var connection = server.connect("postgres", Roles.ADMINISTRATOR);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT string_agg(rolname || ' ' || datname, ', ' ORDER BY rolname, datname)
                        FROM pg_roles, pg_database
                        WHERE datallowconn AND rolname LIKE 'gongkai\\_%'
                          AND has_database_privilege(rolname, datname, 'CONNECT')
                        """)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .isEqualTo("gongkai_command gongkai_ledger, gongkai_issuer gongkai_issuer,"
                            + " gongkai_ledger_owner gongkai_ledger, gongkai_query gongkai_query");
        }
    }

    @Test
    void the_database_takes_neither_plain_lines_nor_wrong_passwords() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        url("gongkai_ledger", "disable"), "gongkai_command", password("gongkai_command")))
                .hasMessageContaining("pg_hba.conf rejects");
        assertThatThrownBy(() ->
                        DriverManager.getConnection(url("gongkai_ledger", "verify-full"), "gongkai_command", "guessed"))
                .isInstanceOfSatisfying(
                        SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void a_password_made_anew_takes_the_place_of_the_old_one() throws Exception {
        var old = password("gongkai_ledger_owner");
        Files.delete(installed.secrets("setup").resolve("passwords/gongkai_ledger_owner"));
        installed.makeSecrets();
        installed.setUp();

        var url = url("gongkai_ledger", "verify-full");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "gongkai_ledger_owner", old))
                .hasMessageContaining("password authentication failed");
        assertThatCode(() -> DriverManager.getConnection(url, "gongkai_ledger_owner", password("gongkai_ledger_owner"))
                        .close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "query, gongkai.events",
        "query, gongkai.checkpoints",
        "command, gongkai.notices",
        "query, another.topic"
    })
    void a_service_writes_its_own_topics_alone(String service, String topic) throws IOException {
        try (var producer = new KafkaProducer<>(
                objects(installed.kafkaClient(service)), new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, new byte[1]))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_query_service_can_neither_delete_nor_change_the_topic_of_events() throws IOException {
        try (var admin = Admin.create(installed.kafkaClient("query"))) {
            assertThatThrownBy(() ->
                            admin.deleteTopics(List.of("gongkai.events")).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_broker_takes_nobody_without_a_certificate_and_no_plain_line() throws IOException {
        var nobody = installed.kafkaClient("query");
        nobody.keySet().removeIf(it -> ((String) it).startsWith("ssl.keystore"));
        try (var admin = Admin.create(nobody)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(AuthenticationException.class);
        }
        var plain = installed.kafkaClient("query");
        plain.put("security.protocol", "PLAINTEXT");
        try (var admin = Admin.create(plain)) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "postgres", "kafka", "command", "query", "issuer", "ca"})
    void whatever_is_secret_is_its_owners_alone(String service) throws IOException {
        try (var files = Files.walk(installed.secrets(service))) {
            // What the ledger signed is for everybody.
            assertThat(files.filter(it -> !it.getFileName().toString().startsWith("checkpoint-")))
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .isEqualTo(Files.isDirectory(it) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void what_is_secret_is_made_once() throws Exception {
        var before = secrets();
        installed.makeSecrets();
        assertThat(secrets()).isEqualTo(before);
    }

    @Test
    void the_broker_of_compose_stands_alone_like_the_embedded_one() throws IOException {
        assertThat(Installed.properties(Installed.FILES.resolve("kafka/server.properties")))
                .containsAllEntriesOf(KafkaSettings.ALONE);
    }

    private static Map<Path, String> secrets() throws IOException {
        var found = new TreeMap<Path, String>();
        try (var files = Files.walk(installed.secrets(""))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(file, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static Map<String, Object> objects(Properties properties) {
        var all = new TreeMap<String, Object>(Map.of("max.block.ms", "8000"));
        properties.forEach((name, value) -> all.put((String) name, value));
        return all;
    }

    private static String url(String database, String mode) {
        return "jdbc:postgresql://%s/%s?sslmode=%s&sslrootcert=%s"
                .formatted(
                        installed.postgres(),
                        database,
                        mode,
                        installed.secrets("setup").resolve("ca.crt"));
    }

    private static String password(String role) throws IOException {
        return Files.readString(installed.secrets("setup").resolve("passwords").resolve(role));
    }

    private static String token(String client) throws IOException, InterruptedException {
        var clients = Files.readString(installed.secrets("issuer").resolve("keys/clients.json"));
        var secret = group("\"" + client + "\":\"([^\"]+)\"", clients);
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var answer = ask(HttpRequest.newBuilder(URI.create(installed.issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return group("\"access_token\":\"([^\"]+)\"", answer.body());
    }

    private static String group(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Objects.requireNonNull(matcher.group(1));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
