package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.command.RunningCommandService.Answer;
import gongkai.command.importing.SampleTable;
import gongkai.command.ledger.Ledger;
import gongkai.record.RecordCodec;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** The whole service on a real PostgreSQL and a real broker, from its API to the topic. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandServiceTest {

    private static final String WORD = "task-breakdown.docx";

    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void refusedAndNothingRecorded(Callable<Answer> request, int status, String code, String... words)
            throws Exception {
        long before = service.recorded();
        var answer = request.call();
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        List.of(words).forEach(word -> assertThat(answer.text("detail")).contains(word));
        assertThat(service.recorded()).isEqualTo(before);
    }

    private static String publication(String title) {
        return """
                {"title":"%s","url":"https://www.example.gov.cn/1","publishedAt":"2019-04-28T10:00:00+08:00"}
                """.formatted(title);
    }

    @Test
    @Order(1)
    void axon_is_built_of_our_own_parts() {
        var axon = service.bean(Configuration.class);
        assertThat(axon.eventStore()).isInstanceOf(EmbeddedEventStore.class);
        assertThat(axon.getComponent(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
    }

    @Test
    @Order(2)
    void nothing_can_be_imported_before_the_county_has_a_ledger() throws Exception {
        refusedAndNothingRecorded(
                () -> service.importPlan(SampleTable.docx(), WORD, 2019, false), 404, "JURISDICTION_UNKNOWN", "610926");
        refusedAndNothingRecorded(
                () -> service.put("/api/jurisdictions/61/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv()),
                404,
                "JURISDICTION_UNKNOWN");
    }

    @Test
    @Order(3)
    void a_county_opens_its_ledger_with_the_calendars_of_the_day_and_its_units() {
        var opened = service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text("ledger")).isEqualTo("610926");
        assertThat(opened.position()).isEqualTo(3); // itself, and the notices for 2018 and 2019, the latter twice
        var units = service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        assertThat(units.position()).isEqualTo(3 + 34);
        assertThat(service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv())
                        .position())
                .isEqualTo(3 + 34);
    }

    @Test
    @Order(4)
    void a_dry_run_shows_the_reading_and_records_nothing() {
        long before = service.recorded();
        var answer = service.importPlan(SampleTable.docx(), WORD, 2019, true);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("counts").toString())
                .isEqualTo("{\"rows\":48,\"tasks\":48,\"obligations\":258,\"findings\":60}");
        assertThat(answer.body().has("position")).isFalse();
        assertThat(service.recorded()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void bad_tables_are_refused_with_place_and_cure() throws Exception {
        refusedAndNothingRecorded(() -> service.importPlan(new byte[0], WORD, 2019, false), 422, "FILE_EMPTY", WORD);
        refusedAndNothingRecorded(
                () -> service.importPlan(SampleTable.docx(), "表.pdf", 2019, false),
                415,
                "FILE_TYPE_UNSUPPORTED",
                ".docx");
        refusedAndNothingRecorded(
                () -> service.importPlan(SampleTable.docx(), WORD, 2020, false), 422, "YEAR_CONTRADICTS_TITLE", "2019");
        refusedAndNothingRecorded(
                () -> service.importPlan(SampleTable.docx(), WORD, 12, false), 422, "FIELD_INVALID", "year");
        service.put(
                "/api/jurisdictions/610926/units",
                "text/csv;charset=UTF-8",
                SampleTable.unitsCsv().replace("610926-D23,县招商局,DEPARTMENT,招商局\n", ""));
        refusedAndNothingRecorded(
                () -> service.importPlan(SampleTable.docx(), WORD, 2019, false),
                422,
                "UNIT_UNKNOWN",
                "第26行·责任单位",
                "县招商局");
        service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
    }

    @Test
    @Order(6)
    void the_real_table_is_one_batch_of_a_plan_48_tasks_and_258_obligations() {
        long before = service.recorded();
        var answer = service.importPlan(SampleTable.docx(), WORD, 2019, false);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).isEqualTo("610926-2019");
        assertThat(answer.position()).isEqualTo(before + 1 + 48 + 258);
        var again = service.importPlan(SampleTable.docx(), WORD, 2019, false);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.position()).isEqualTo(answer.position());
    }

    @Test
    @Order(7)
    void publication_interpretation_case_and_response_are_recorded_one_after_the_other() {
        var published = service.post("/api/obligations/610926-2019-04-T03/publications", publication("镇情概况"));
        assertThat(published.status()).isEqualTo(201);
        assertThat(published.text("id")).isEqualTo("610926-2019-04-T03-P1");
        var interpreted = service.post("/api/publications/610926-2019-04-T03-P1/interpretations", """
                {"form":"VIDEO","title":"一图读懂","url":"https://www.example.gov.cn/2",
                 "publishedAt":"2019-04-29T10:00+08:00"}
                """);
        assertThat(interpreted.text("id")).isEqualTo("610926-2019-04-T03-P1-I1");
        var accepted = service.post(
                "/api/obligations/610926-2019-08-T01/cases",
                "{\"subject\":\"饮水\",\"acceptedAt\":\"2019-04-24T09:00:00+08:00\"}");
        assertThat(accepted.text("id")).isEqualTo("610926-2019-08-T01-C1");
        assertThat(accepted.text("dueOn")).isEqualTo("2019-04-30"); // Sunday 28 April was worked
        var answered = service.post("/api/cases/610926-2019-08-T01-C1/responses", """
                {"title":"答复","url":"https://www.example.gov.cn/3","respondedAt":"2019-04-30T23:59:59+08:00"}
                """);
        assertThat(answered.text("id")).isEqualTo("610926-2019-08-T01-C1-R1");
        assertThat(answered.position()).isEqualTo(published.position() + 3);
    }

    @Test
    @Order(8)
    void bad_evidence_is_refused_with_field_and_cure() throws Exception {
        var path = "/api/obligations/610926-2019-04-T03/publications";
        refusedAndNothingRecorded(() -> service.post(path, "{"), 400, "REQUEST_MALFORMED");
        refusedAndNothingRecorded(() -> service.post(path, "{}"), 422, "FIELD_INVALID", "title", "url", "publishedAt");
        refusedAndNothingRecorded(
                () -> service.post(path, publication("x").replace("https:", "javascript:")),
                422,
                "FIELD_INVALID",
                "url");
        refusedAndNothingRecorded(
                () -> service.post(path, publication("x").replace("2019-04-28T10", "yesterday")),
                400,
                "REQUEST_MALFORMED",
                "publishedAt");
        refusedAndNothingRecorded(
                () -> service.post(path, publication("x").replace("2019-04-28", "2019-05-28")),
                422,
                "IN_FUTURE",
                "publishedAt");
        refusedAndNothingRecorded(
                () -> service.post("/api/obligations/610926-2019-99-T03/publications", publication("x")),
                404,
                "OBLIGATION_UNKNOWN",
                "610926-2019-99-T03");
        for (var other : List.of("610926", "610926-2019", "610926-2019-04", "610926-T03")) {
            refusedAndNothingRecorded(
                    () -> service.post("/api/obligations/" + other + "/publications", publication("x")),
                    404,
                    "OBLIGATION_UNKNOWN",
                    other);
        }
        refusedAndNothingRecorded(() -> service.post("/api/nothing", "{}"), 404, "NOT_FOUND");
        refusedAndNothingRecorded(
                () -> service.put("/api/jurisdictions/610926", "text/plain", "x"),
                415,
                "MEDIA_TYPE_UNSUPPORTED",
                "application/json");
        refusedAndNothingRecorded(
                () -> service.send(HttpMethod.GET, "/api/a%2Fb"), 400, "REQUEST_MALFORMED", "percent-encoded");
        refusedAndNothingRecorded(
                () -> service.send(HttpMethod.DELETE, "/api/jurisdictions/610926"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    @Order(9)
    void an_idempotency_key_records_once_and_belongs_to_its_request() throws Exception {
        var path = "/api/obligations/610926-2019-04-T05/publications";
        var first = service.post(path, publication("一"), "key-1");
        var second = service.post(path, publication("一"), "key-1");
        assertThat(second).isEqualTo(first);
        refusedAndNothingRecorded(
                () -> service.post(path, publication("二"), "key-1"), 422, "IDEMPOTENCY_KEY_REUSED", "«key-1»");
        refusedAndNothingRecorded(
                () -> service.post(path, publication("二").replace("2019", "2029"), "key-2"), 422, "IN_FUTURE");
        assertThat(service.post(path, publication("二"), "key-2").status()).isEqualTo(201);
    }

    @Test
    @Order(10)
    void writers_at_once_leave_no_gap_and_no_double_number() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> writes = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                var path = "/api/obligations/610926-2019-05-D%02d/publications".formatted(1 + i % 6);
                writes.add(() -> service.post(path, publication("并发")));
            }
            long before = service.recorded();
            var answers = threads.invokeAll(writes);
            var ids = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                ids.add(answer.get().text("id"));
            }
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(service.recorded()).isEqualTo(before + 60);
        }
    }

    @Test
    @Order(11)
    void the_topic_gets_every_record_as_it_lies_in_the_ledger_in_order() {
        var ledger = service.bean(Ledger.class);
        var expected = ledger.read(0, 10_000);
        var codec = new RecordCodec();
        List<byte[]> relayed = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", service.kafka(),
                        "group.id", "test",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("gongkai.events"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    assertThat(it.key()).isEqualTo("610926");
                    relayed.add(it.value());
                });
                return relayed.size() >= expected.size();
            });
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(relayed.get(i)).isEqualTo(expected.get(i).bytes());
            assertThat(codec.decode(relayed.get(i)).position()).isEqualTo(i);
            assertThat(codec.decode(relayed.get(i)).actor()).isEqualTo(RunningCommandService.REGISTRAR);
        }
    }

    @Test
    @Order(12)
    void what_was_measured_is_told_on_a_port_apart_and_nowhere_else() {
        assertThat(service.scrape())
                .contains("gongkai_ledger_append_seconds_bucket{outcome=\"stands\",le=\"0.01\"}")
                .contains("# HELP gongkai_ledger_batch_records Records that one statement appended")
                .contains("\ngongkai_ledger_batch_records_sum %s.0\n".formatted(service.recorded() + 1))
                .contains("\ngongkai_ledger_waiting_bytes 0.0\n");
        for (var hidden : List.of("/metrics", "/actuator/metrics", "/actuator/prometheus", "/actuator/env")) {
            assertThat(service.send(HttpMethod.GET, hidden).status()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    @Order(12)
    void the_relay_tells_that_the_topic_lacks_nothing() {
        await().untilAsserted(() -> {
            var health = service.send(HttpMethod.GET, "/actuator/health").body();
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(health.path("components")
                            .path("relay")
                            .path("details")
                            .path("lag")
                            .asLong(-1))
                    .isZero();
            assertThat(service.scrape()).contains("\ngongkai_relay_lag_records 0.0\n");
            var answer = service.send(HttpMethod.GET, "/api/relay").body();
            assertThat(answer.path("topic").asString()).isEqualTo("gongkai.events");
            assertThat(answer.path("lastPosition").asLong()).isEqualTo(service.recorded());
            assertThat(answer.path("nextPosition").asLong()).isEqualTo(service.recorded() + 1);
            assertThat(answer.path("lag").asLong(-1)).isZero();
            assertThat(answer.path("active").asBoolean()).isTrue();
            assertThat(answer.path("holder").asString())
                    .startsWith(ProcessHandle.current().pid() + "@");
            assertThat(answer.has("since")).isTrue();
            assertThat(answer.has("problem")).isFalse();
        });
    }
}
