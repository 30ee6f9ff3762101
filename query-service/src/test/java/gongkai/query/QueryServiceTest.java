package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gongkai.bundle.Sha256;
import gongkai.http.metrics.MetricsPort;
import gongkai.testing.SharedServers;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real PostgreSQL and a real broker, from the topic to its API and pages. */
@ExtendWith(SharedServers.class)
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
    void start(TestPostgres postgres, TestKafka kafka) throws Exception {
        this.postgres = postgres;
        this.kafka = kafka;
        postgres.createDatabase("gongkai_query");
        ledger = new LedgerOnTopic(kafka.bootstrapServers());
        ledger.openCounty();
        startService();
    }

    private void startService() {
        var offset = Duration.between(Instant.now(), Instant.parse("2019-05-06T01:00:00Z"));
        service = new SpringApplicationBuilder(QueryService.class)
                .run(
                        "--spring.config.name=query",
                        TestIssuer.shared().setting(),
                        "--gongkai.query.port=0",
                        "--gongkai.projection.url=" + postgres.jdbcUrl("gongkai_query"),
                        "--gongkai.projection.username=" + postgres.user(),
                        "--gongkai.projection.password=" + postgres.password(),
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        "--gongkai.stream.listeners=2",
                        "--gongkai.command-url=http://127.0.0.1:1",
                        "--gongkai.clock-offset=" + offset);
        http = Asking.at("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        service.close();
        ledger.close();
    }

    private record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String string(String field) {
            return json().path(field).asString("");
        }
    }

    /** @param values of the path's placeholders */
    private Answer get(String path, Object... values) {
        return http.get()
                .uri(path, values)
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
    @Order(2)
    void a_text_with_u_0000_and_a_date_of_another_form_are_refused_by_name() {
        assertThat(get("/api/calendar/due?amount=5&from={from}", "2019-04-24\0").string("detail"))
                .contains("«from»", "text without U+0000");
        for (var odd : List.of("+10000-01-01", "2019-4-24", "2019-02-30")) {
            assertThat(get("/api/calendar/due?amount=5&from=2019-04-24&on={on}", odd)
                            .string("detail"))
                    .contains("«on»", odd, "a date like 2019-03-20");
        }
        assertThat(get("/api/calendar/due?amount=5&from=2019-04-24&on=").status())
                .isEqualTo(200);
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
    @Order(4)
    void the_difference_names_what_was_recorded_late_and_that_the_unit_was_shown_overdue() {
        var path = "/api/jurisdictions/610926/diff?at=2019-05-02&from=2019-05-02";
        var difference = get(path).json();
        assertThat(difference.path("from").path("position").asLong()).isEqualTo(2);
        assertThat(difference.path("asOf").path("position").asLong()).isEqualTo(3);
        var unit = difference.path("units").get(0);
        assertThat(unit.path("before").path("counts").path("OVERDUE").asInt()).isEqualTo(1);
        assertThat(unit.path("after").path("counts").path("FULFILLED").asInt()).isEqualTo(1);
        assertThat(difference.path("items")).hasSize(1);
        var item = difference.path("items").get(0);
        assertThat(item.path("before").path("status").asString()).isEqualTo("OVERDUE");
        assertThat(item.path("before").path("breaches")).hasSize(1);
        assertThat(item.path("after").path("status").asString()).isEqualTo("FULFILLED");
        assertThat(item.path("after").path("breaches")).isEmpty();
        var event = item.path("events").get(0);
        assertThat(event.path("position").asLong()).isEqualTo(3);
        assertThat(event.path("lateRecording").asBoolean()).isTrue();
        assertThat(event.path("clears").get(0).asString()).isEqualTo("once");
        var shown = item.path("wasShownOverdue");
        assertThat(shown.path("since").asString()).startsWith("2019-05-01T00:00");
        assertThat(shown.path("untilPosition").asLong()).isEqualTo(3);
        assertThat(get(path.replace("from=2019-05-02", "from=position:2&to=position:2"))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(get(path + "&to=position:1").string("detail")).contains("«from» means position 2");
        assertThat(get(path.replace("from=2019-05-02", "from=then")).string("detail"))
                .contains("«from» is «then»");
        assertThat(get("/api/jurisdictions/610926/diff").string("code")).isEqualTo("FIELD_INVALID");
    }

    @Test
    @Order(4)
    void an_obligation_that_nobody_knew_of_before_has_no_state_before() {
        var difference =
                get("/api/jurisdictions/610926/diff?from=2019-02-01&limit=1").json();
        assertThat(difference.path("items").get(0).path("before").isMissingNode())
                .isTrue();
        assertThat(difference.path("items").get(0).path("events")).hasSize(2);
        assertThat(difference.path("from").path("position").asLong()).isEqualTo(-1);
        assertThat(difference.path("from").path("checkpoints")).isEmpty();
    }

    @Test
    @Order(4)
    void the_page_of_differences_says_so_in_chinese_and_begins_with_a_form() {
        assertThat(get("/jurisdictions/610926/difference").text())
                .contains("较早时所知")
                .doesNotContain("没有不同");
        assertThat(get("/jurisdictions/610926/difference?at=2019-05-02&from=2019-05-02")
                        .text())
                .contains("曾显示逾期", "2019年5月1日", "补录", "至账位 3")
                .doesNotContain("<script>");
        assertThat(get("/jurisdictions/610926/difference?from=2019-05-05&to=2019-03-05")
                        .text())
                .contains("较早的时点不能晚于较晚的时点");
    }

    @Test
    @Order(5)
    void a_date_of_today_means_now_and_a_later_moment_is_refused() {
        assertThat(get(OBLIGATION + "?at=2019-05-06").status()).isEqualTo(200);
        assertThat(get(OBLIGATION + "?at=2019-05-07").string("code")).isEqualTo("TIME_IN_FUTURE");
        assertThat(get(OBLIGATION + "?at=2019-05-06T15:00:00Z").string("code")).isEqualTo("TIME_IN_FUTURE");
        assertThat(get(OBLIGATION + "?at=-0001-01-01T00:00:00Z").string("code")).isEqualTo("TIME_INVALID");
        assertThat(get("/api/jurisdictions/610926/bulletins/-0001-01").string("code"))
                .isEqualTo("TIME_INVALID");
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
        assertThat(page.text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
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
    @Order(7)
    void the_desk_stands_in_the_frame_of_all_pages_but_does_not_travel_in_time() {
        assertThat(headers("/desk"))
                .isEqualTo(headers("/jurisdictions/610926"))
                .containsEntry("cache-control", "no-store");
        assertThat(inEnglish("/jurisdictions/610926"))
                .contains("<html lang=\"en\"", "Look at another time", "You are looking at the past");
        assertThat(inEnglish("/desk/subscriptions"))
                .contains("<html lang=\"en\"", "desk-link", "hreflang=\"zh-CN\"", "New subscription", "Send to")
                .doesNotContain("Look at another time", "You are looking at the past");
    }

    /** Of a past day, to a visitor apart: the language is kept in a cookie. */
    private String inEnglish(String path) {
        return String.valueOf(
                Asking.at("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                        .get()
                        .uri(path + "?at=2019-04-20&lang=en")
                        .retrieve()
                        .body(String.class));
    }

    private Map<String, String> headers(String path) {
        return http.get().uri(path).retrieve().toBodilessEntity().getHeaders().toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue))
                .entrySet()
                .stream()
                .filter(it ->
                        !Set.of("date", "content-length", "transfer-encoding").contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Listening listen(String lastEventId) throws Exception {
        var port = service.getEnvironment().getProperty("local.server.port");
        return new Listening("http://127.0.0.1:" + port + "/api/stream?jurisdiction=610926", lastEventId);
    }

    @Test
    @Order(7)
    void the_numbers_of_the_read_side_are_told_on_a_port_apart_and_nowhere_else() {
        var numbers = RestClient.create()
                .get()
                .uri("http://127.0.0.1:%d/metrics"
                        .formatted(service.getBean(MetricsPort.class).number()))
                .retrieve()
                .body(String.class);
        assertThat(numbers)
                .contains("\ngongkai_breaches_open{jurisdiction=\"610926\"} 0.0\n")
                .contains("\ngongkai_view_lag_records{view=\"obligation\"} 0.0\n")
                .contains("\ngongkai_view_parked{view=\"plan\"} 0.0\n")
                .contains("\ngongkai_ledger_disagrees{jurisdiction=\"610926\"} 0.0\n")
                .contains("\ngongkai_feed_standstills 0.0\n", "\ngongkai_feed_lag_messages 0.0\n")
                .contains("\ngongkai_deliveries{state=\"FAILED\"} 0.0\n")
                .contains("\ngongkai_stream_listeners 0.0\n");
        for (var hidden : List.of("/metrics", "/actuator/metrics", "/actuator/prometheus", "/actuator/env")) {
            assertThat(get(hidden).status()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    @Order(8)
    void whoever_comes_back_hears_once_of_each_that_changed_and_is_let_go_when_the_service_ends() throws Exception {
        assertThat(get("/api/stream?jurisdiction=999999").string("code")).isEqualTo("JURISDICTION_UNKNOWN");
        try (var one = listen("0");
                var _ = listen("3")) {
            assertThat(one.next())
                    .contains("id:3", "event:obligation")
                    .anyMatch(it -> it.startsWith("data:{\"id\":\"610926-2019-04-T03\"") && it.contains("FULFILLED"));
            assertThat(one.next()).contains("id:3", "event:county", "data:[\"610926\"]");
            assertThatThrownBy(() -> listen("3")).hasMessageContaining("LISTENERS_EXHAUSTED");
            long begun = System.nanoTime();
            service.close();
            assertThat(one.next()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
        startService();
    }

    @Test
    @Order(9)
    void after_a_restart_the_feed_goes_on_where_the_tables_stand() {
        service.close();
        ledger.publish(4, Instant.parse("2019-05-05T02:00:00Z"), "补充", "2019-05-05T02:00:00Z");
        startService();
        assertThat(get(OBLIGATION + "?minPosition=4").json().path("evidence")).hasSize(2);
        assertThat(records()).hasSize(5);
    }

    @Test
    @Order(10)
    void a_late_recording_stands_in_every_trail_with_both_times_and_what_it_changed() {
        for (var whose :
                List.of("obligations/" + LedgerOnTopic.OBLIGATION, "tasks/610926-2019-04", "units/610926-T03")) {
            var items = get("/api/" + whose + "/trail?type=PublicationRecorded&to=2019-05-05")
                    .json()
                    .path("items");
            assertThat(items).as(whose).hasSize(2);
            var late = items.get(0);
            assertThat(late.path("recordedLate").asBoolean()).isTrue();
            assertThat(late.path("occurredAt").asString("")).isEqualTo("2019-04-28T10:00:00+08:00");
            assertThat(late.path("recordedAt").asString("")).isEqualTo("2019-05-05T09:00:00+08:00");
            assertThat(late.path("changes").get(0).toString()).contains("STATUS", "OVERDUE", "FULFILLED");
            assertThat(late.path("links").path("proof").asString(""))
                    .isEqualTo("/api/ledgers/610926/proofs/inclusion?leaf=3&size=5");
            assertThat(items.get(1).path("recordedLate").asBoolean()).isFalse();
        }
        assertThat(get("/api/units/610926-T03/trail").json().path("items")).hasSize(4);
        assertThat(get("/api/jurisdictions/610926/trail?actor=测试员").json().path("items"))
                .hasSize(5);
        assertThat(get("/api/jurisdictions/610926/trail?actor=nobody").json().path("items"))
                .isEmpty();
    }

    @Test
    @Order(11)
    void a_trail_knows_only_what_was_known_and_comes_in_pages() {
        assertThat(get(OBLIGATION + "/trail?known=position:2").json().path("items"))
                .hasSize(1);
        assertThat(get(OBLIGATION + "/trail?at=2019-05-01").json().path("items"))
                .hasSize(2);
        var first = get("/api/jurisdictions/610926/trail?order=NEWEST&limit=2").json();
        assertThat(first.path("items").get(0).path("position").asLong()).isEqualTo(4);
        assertThat(first.path("next").asLong()).isEqualTo(3);
        var rest = get("/api/jurisdictions/610926/trail?order=NEWEST&cursor=3").json();
        assertThat(rest.path("items")).hasSize(3);
        assertThat(rest.path("next").isMissingNode()).isTrue();
        assertThat(get("/api/records/3").json().path("type").asString("")).isEqualTo("gongkai.PublicationRecorded.v1");
        assertThat(get("/api/records/77").string("code")).isEqualTo("RECORD_UNKNOWN");
        assertThat(get("/api/tasks/610926-2019-77/trail").string("code")).isEqualTo("TASK_UNKNOWN");
        assertThat(get("/api/units/610926-T03/trail?known=position:0").string("code"))
                .isEqualTo("UNIT_UNKNOWN");
        assertThat(get(OBLIGATION + "/trail?type=Nothing").string("detail")).contains("PublicationRecorded");
        assertThat(get(OBLIGATION + "/trail?limit=501").string("code")).isEqualTo("FIELD_INVALID");
    }

    @Test
    @Order(12)
    void a_trail_is_a_page_that_marks_what_was_recorded_late() {
        var page = get("/units/610926-T03/trail").text();
        assertThat(page)
                .contains("老县镇 轨迹", "补录", "逾期", "按期完成", "/api/records/3", "&lt;script&gt;")
                .contains("/api/ledgers/610926/proofs/inclusion?leaf=3&amp;size=5")
                .doesNotContain("<script>");
        assertThat(get("/jurisdictions/610926/trail?actor=&type=&from=&to=").text())
                .contains("开立台账", "登记单位");
        assertThat(get("/tasks/610926-2019-77/trail").text()).contains("任务分解表中没有这一行");
    }

    private JsonNode readings(String filter) {
        return get("/api/jurisdictions/610926/readings" + filter).json();
    }

    @Test
    @Order(13)
    void what_names_a_moment_is_on_record_and_what_asks_for_now_is_not() {
        long before = readings("").path("size").asLong();
        get(OBLIGATION);
        get("/");
        get(OBLIGATION + "?at=2019-05-07");
        get("/api/notices?at=2019-05-02");
        get("/api/jurisdictions/610926/readings");
        assertThat(get(OBLIGATION + "?!known=position:2")
                        .json()
                        .path("asOf")
                        .path("position")
                        .asLong())
                .isEqualTo(4);
        assertThat(http.get()
                        .uri(OBLIGATION)
                        .header("known", "position:2")
                        .retrieve()
                        .body(String.class))
                .contains("\"position\":4}");
        assertThat(readings("").path("size").asLong()).isEqualTo(before);

        var answer = get("/api/breaches?unit=610926-T03&at=2019-05-02&known=position:2");
        var reading = readings("?limit=1").path("items").get(0);
        assertThat(reading.path("number").asLong()).isEqualTo(before + 1);
        assertThat(reading.path("kind").asString("")).isEqualTo("AS_OF");
        assertThat(reading.path("question").asString(""))
                .isEqualTo("/api/breaches?unit=610926-T03&at=2019-05-02&known=position:2");
        assertThat(reading.path("position").asLong()).isEqualTo(2);
        assertThat(reading.path("at").asString("")).isEqualTo("2019-05-02T23:59:59.999999+08:00");
        assertThat(reading.path("reader").asString("")).isEqualTo(Asking.READER);
        assertThat(reading.path("length").asInt()).isEqualTo(answer.text().getBytes(StandardCharsets.UTF_8).length);
        assertThat(reading.path("sha256").asString(""))
                .isEqualTo(Sha256.of(answer.text().getBytes(StandardCharsets.UTF_8)));

        get("/api/obligations?known=position:3");
        get("/jurisdictions/610926/bulletins/2019-04");
        assertThat(readings("?limit=2").path("items").get(1).path("question").asString(""))
                .isEqualTo("/api/obligations?known=position:3");
        assertThat(readings("?kind=BULLETIN").path("items")).hasSize(1);
        assertThat(get("/api/jurisdictions/999999/readings").string("code")).isEqualTo("JURISDICTION_UNKNOWN");
        assertThat(get("/api/jurisdictions/610926/readings?kind=GOSSIP").string("code"))
                .isEqualTo("FIELD_INVALID");
    }

    @Test
    @Order(14)
    void readers_of_two_services_at_once_make_one_chain_without_a_gap() throws Exception {
        long before = readings("").path("size").asLong();
        try (var other = RunningQuery.start(
                        postgres, kafka, "2019-05-06T01:00:00Z", "--gongkai.query.instance=query-2");
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var at = "?at=2019-05-0" + (1 + i % 5);
                readers.execute(() -> get(OBLIGATION + at));
                readers.execute(() -> other.get(OBLIGATION + at));
            }
            readers.shutdown();
            assertThat(readers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(readings("").path("size").asLong()).isEqualTo(before + 80);
        assertThat(verification().path("valid").asBoolean()).isTrue();
        assertThat(verification().path("size").asLong()).isEqualTo(before + 80);
    }

    private JsonNode verification() {
        return get("/api/jurisdictions/610926/readings/verification").json();
    }

    private int execute(String sql) {
        return service.getBean(JdbcClient.class).sql(sql).update();
    }

    @Test
    @Order(15)
    void a_reading_is_never_changed_nor_taken_out() {
        for (var sql : List.of(
                "UPDATE durable.reading SET reader = 'nobody'",
                "DELETE FROM durable.reading WHERE number = 1",
                "TRUNCATE durable.reading")) {
            assertThatThrownBy(() -> execute(sql)).rootCause().hasMessageContaining("readings are only ever added to");
        }
    }

    @Test
    @Order(16)
    void a_changed_reading_breaks_the_chain_at_its_place() {
        execute("ALTER TABLE durable.reading DISABLE TRIGGER reading_stays");
        for (var column : List.of("reader", "question", "sha256", "hash")) {
            execute("UPDATE durable.reading SET %1$s = %1$s || '0' WHERE number = 5".formatted(column));
            assertThat(verification().path("firstBad").asLong()).as(column).isEqualTo(5);
            execute("UPDATE durable.reading SET %1$s = left(%1$s, -1) WHERE number = 5".formatted(column));
        }
        for (var column : List.of("length", "position")) {
            execute("UPDATE durable.reading SET %1$s = %1$s + 1 WHERE number = 7".formatted(column));
            assertThat(verification().path("firstBad").asLong()).as(column).isEqualTo(7);
            execute("UPDATE durable.reading SET %1$s = %1$s - 1 WHERE number = 7".formatted(column));
        }
        assertThat(verification().path("valid").asBoolean()).isTrue();
        long size = verification().path("size").asLong();
        execute("DELETE FROM durable.reading WHERE number = " + size);
        assertThat(verification().path("firstBad").asLong()).isEqualTo(size);
        execute("DELETE FROM durable.reading WHERE number = 3");
        assertThat(verification().path("firstBad").asLong()).isEqualTo(3);
        assertThat(get("/jurisdictions/610926/readings").text()).contains("第 3 条已被更改或缺失");
        execute("ALTER TABLE durable.reading ENABLE TRIGGER reading_stays");
    }

    @Test
    @Order(17)
    void an_answer_that_cannot_go_on_record_is_not_given() {
        execute("ALTER TABLE durable.reading RENAME TO lost");
        var refused = get(OBLIGATION + "/trail");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.string("code")).isEqualTo("TEMPORARILY_UNAVAILABLE");
        assertThat(refused.text()).doesNotContain("镇情概况");
        execute("ALTER TABLE durable.lost RENAME TO reading");
        assertThat(get(OBLIGATION + "/trail").status()).isEqualTo(200);
    }

    @Test
    @Order(18)
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
