package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real PostgreSQL and a real broker, from the topic to its API and pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QueryServiceTest {

    private static final String OBLIGATION = "/api/obligations/" + LedgerOnTopic.OBLIGATION;

    private TestPostgres postgres;
    private TestKafka kafka;
    private LedgerOnTopic ledger;
    private ConfigurableApplicationContext service;
    private RestClient http;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        postgres = TestPostgres.start(directory.resolve("postgres"));
        postgres.createDatabase("gongkai_query");
        kafka = TestKafka.start(directory.resolve("kafka"));
        ledger = new LedgerOnTopic(kafka.bootstrapServers());
        ledger.openCounty();
        startService();
    }

    private void startService() {
        var offset = Duration.between(Instant.now(), Instant.parse("2019-05-06T01:00:00Z"));
        service = new SpringApplicationBuilder(QueryService.class)
                .run(
                        "--spring.config.name=query",
                        "--gongkai.query.port=0",
                        "--gongkai.projection.url=" + postgres.jdbcUrl("gongkai_query"),
                        "--gongkai.projection.username=" + postgres.user(),
                        "--gongkai.projection.password=" + postgres.password(),
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        "--gongkai.command-url=http://127.0.0.1:1",
                        "--gongkai.clock-offset=" + offset);
        http = RestClient.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        service.close();
        ledger.close();
        kafka.close();
        postgres.close();
    }

    private record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String string(String field) {
            return json().path(field).asString("");
        }
    }

    private Answer get(String path) {
        return http.get()
                .uri(path)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private List<String> records() {
        return service.getBean(JdbcClient.class)
                .sql("SELECT position || ' ' || leaf || ' ' || subject FROM record ORDER BY position")
                .query(String.class)
                .list();
    }

    @Test
    @Order(1)
    void what_was_just_written_can_be_waited_for() {
        var answer = get(OBLIGATION + "?minPosition=2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.string("status")).isEqualTo("OVERDUE");
        assertThat(answer.json().path("asOf").path("position").asLong()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void a_position_that_does_not_come_is_answered_with_try_again() {
        var answer = get(OBLIGATION + "?minPosition=999");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.string("code")).isEqualTo("POSITION_NOT_REACHED");
    }

    @Test
    @Order(3)
    void a_record_that_comes_again_changes_nothing() {
        ledger.openCounty();
        ledger.publish(3, Instant.parse("2019-05-05T01:00:00Z"), "<script>alert(1)</script>", "2019-04-28T02:00:00Z");
        ledger.publish(3, Instant.parse("2019-05-05T01:00:00Z"), "<script>alert(1)</script>", "2019-04-28T02:00:00Z");
        assertThat(get(OBLIGATION + "?minPosition=3").string("status")).isEqualTo("FULFILLED");
        assertThat(records())
                .containsExactly("0 0 610926", "1 1 610926", "2 2 610926-2019-04-T03", "3 3 610926-2019-04-T03");
        assertThat(get(OBLIGATION + "/trail").json().path("items")).hasSize(2);
    }

    @Test
    @Order(4)
    void the_unit_was_overdue_in_what_was_known_then_and_in_time_in_what_is_known_now() {
        assertThat(get(OBLIGATION + "?at=2019-05-02").string("status")).isEqualTo("FULFILLED");
        assertThat(get(OBLIGATION + "?at=2019-05-02&known=2019-05-02").string("status"))
                .isEqualTo("OVERDUE");
        assertThat(get(OBLIGATION + "?at=2019-05-02&known=position:2").string("status"))
                .isEqualTo("OVERDUE");
        assertThat(get(OBLIGATION + "?at=2019-04-27").string("status")).isEqualTo("DUE_SOON");
        assertThat(get(OBLIGATION + "?at=2019-05-02&known=position:2").text())
                .isEqualTo(get(OBLIGATION + "?at=2019-05-02&known=position:2").text());
        assertThat(get(OBLIGATION + "?known=position:77").string("code")).isEqualTo("TIME_IN_FUTURE");
        assertThat(get("/api/breaches?jurisdiction=610926&at=2019-05-02&known=position:2")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get("/api/breaches?jurisdiction=610926").json().path("items"))
                .isEmpty();
        assertThat(get(OBLIGATION + "?known=2019-02-01").string("code")).isEqualTo("OBLIGATION_UNKNOWN");
    }

    @Test
    @Order(5)
    void a_date_of_today_means_now_and_a_later_moment_is_refused() {
        assertThat(get(OBLIGATION + "?at=2019-05-06").status()).isEqualTo(200);
        assertThat(get(OBLIGATION + "?at=2019-05-07").string("code")).isEqualTo("TIME_IN_FUTURE");
        assertThat(get(OBLIGATION + "?at=2019-05-06T15:00:00Z").string("code")).isEqualTo("TIME_IN_FUTURE");
        assertThat(get(OBLIGATION + "?at=yesterday").string("detail")).contains("«at» is «yesterday»");
    }

    @Test
    @Order(6)
    void lists_are_filtered_and_what_is_unknown_is_said() {
        assertThat(get("/api/obligations?jurisdiction=610926&status=FULFILLED&q=镇情")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get("/api/obligations?unit=610926-T03&status=OVERDUE").json().path("items"))
                .isEmpty();
        assertThat(get("/api/breaches?limit=many").string("detail"))
                .isEqualTo("«limit» cannot be «many»; a whole number is expected.");
        assertThat(get("/api/obligations?status=LATE").string("detail")).isEqualTo("«status» cannot be «LATE».");
        assertThat(get("/api/obligations?limit=0").string("code")).isEqualTo("FIELD_INVALID");
        assertThat(get("/api/units/610926-X99/status").string("code")).isEqualTo("UNIT_UNKNOWN");
        assertThat(get("/api/jurisdictions/999999/status").string("code")).isEqualTo("JURISDICTION_UNKNOWN");
        assertThat(get("/api/jurisdictions/610926/status").json().path("units")).hasSize(1);
    }

    @Test
    @Order(7)
    void hostile_text_shows_as_text_and_pages_forbid_scripts() {
        var page = get("/units/610926-T03");
        assertThat(page.text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        assertThat(get("/").text()).contains("平利县").contains("今天没有单位逾期");
        assertThat(get("/obligations/nothing").text()).contains("没有这个责任事项");
        assertThat(http.get()
                        .uri("/")
                        .retrieve()
                        .toBodilessEntity()
                        .getHeaders()
                        .getFirst("Content-Security-Policy"))
                .contains("default-src 'none'");
    }

    @Test
    @Order(8)
    void after_a_restart_the_feed_goes_on_where_the_tables_stand() {
        service.close();
        ledger.publish(4, Instant.parse("2019-05-05T02:00:00Z"), "补充", "2019-05-05T02:00:00Z");
        startService();
        assertThat(get(OBLIGATION + "?minPosition=4").json().path("evidence")).hasSize(2);
        assertThat(records()).hasSize(5);
    }

    @Test
    @Order(9)
    void a_missing_leaf_stops_the_feed_where_it_stands_and_the_service_says_so() {
        assertThat(get("/actuator/health").status()).isEqualTo(200);
        ledger.publish(6, Instant.parse("2019-05-05T03:00:00Z"), "跳号", "2019-05-05T02:00:00Z");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get("/actuator/health").status()).isEqualTo(503));
        assertThat(records()).hasSize(5);
    }

    private Answer send(String path, String headers, String form) {
        return http.post()
                .uri(path)
                .header("Sec-Fetch-Site", headers)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    @Order(10)
    void without_the_command_service_the_desk_says_so_and_nothing_typed_is_lost() {
        var form = "formKey=0123456789&title=%3Cb%3E%E9%95%87%E6%83%85&url=https://www.example.gov.cn/9"
                + "&publishedAt=2019-05-05T10:00";
        var path = "/desk/obligations/" + LedgerOnTopic.OBLIGATION + "/publications";
        var answer = send(path, "same-origin", form);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("台账服务没有回应", "不会重复登记")
                .contains("value=\"&lt;b&gt;镇情\"", "value=\"https://www.example.gov.cn/9\"", "value=\"0123456789\"")
                .contains("value=\"2019-05-05T10:00\"");
        assertThat(send(path, "cross-site", form).status()).isEqualTo(403);
        assertThat(send(path, "same-site", form).status()).isEqualTo(403);
        assertThat(get(path).text()).contains("登记公开", "for=\"url\"", "2019-05-06T09:");
        assertThat(get("/desk/obligations/610926-2019-04-T03/odd").status()).isEqualTo(404);
        assertThat(get("/desk?unit=610926-T03").text()).contains("要办的事");
    }
}
