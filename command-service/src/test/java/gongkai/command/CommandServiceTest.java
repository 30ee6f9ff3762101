package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.command.importing.SampleTable;
import gongkai.command.ledger.Ledger;
import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.record.RecordCodec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real PostgreSQL and a real broker, from its API to the topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandServiceTest {

    private static final String WORD = "task-breakdown.docx";

    private PostgresServer postgres;
    private KafkaBroker kafka;
    private ConfigurableApplicationContext service;
    private String address;
    private RestClient http;

    @BeforeAll
    void start(@TempDir Path directory) {
        postgres = PostgresServer.start(directory.resolve("postgres"));
        postgres.createDatabase("gongkai_ledger");
        kafka = KafkaBroker.start(directory.resolve("kafka"));
        var offset = Duration.between(Instant.now(), Instant.parse("2019-05-06T01:00:00Z"));
        service = new SpringApplicationBuilder(CommandService.class)
                .run(
                        "--spring.config.name=command",
                        "--gongkai.command.port=0",
                        "--gongkai.ledger.url=" + postgres.jdbcUrl("gongkai_ledger"),
                        "--gongkai.ledger.username=" + postgres.user(),
                        "--gongkai.ledger.password=" + postgres.password(),
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        "--gongkai.clock-offset=" + offset);
        address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        http = RestClient.create(address);
    }

    @AfterAll
    void stop() {
        service.close();
        kafka.close();
        postgres.close();
    }

    private record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }

        long position() {
            return body.path("position").asLong(-1);
        }
    }

    private Answer send(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((_, response) -> new Answer(
                response.getStatusCode().value(),
                JsonMapper.shared().readTree(response.getBody().readAllBytes())));
    }

    private Answer put(String path, String type, String body) {
        return send(
                http.put().uri(path).contentType(MediaType.parseMediaType(type)).body(body));
    }

    private Answer post(String path, String body, String... idempotencyKey) {
        return send(http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(it -> List.of(idempotencyKey).forEach(key -> it.set("Idempotency-Key", key)))
                .body(body));
    }

    private Answer importPlan(byte[] content, String name, int year, boolean dryRun) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        parts.add("year", Integer.toString(year));
        return send(http.post()
                .uri("/api/jurisdictions/610926/plans?dryRun=" + dryRun)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts));
    }

    private long recorded() {
        return service.getBean(Ledger.class).lastPosition().orElse(-1);
    }

    private void refusedAndNothingRecorded(Callable<Answer> request, int status, String code, String... words)
            throws Exception {
        long before = recorded();
        var answer = request.call();
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        List.of(words).forEach(word -> assertThat(answer.text("detail")).contains(word));
        assertThat(recorded()).isEqualTo(before);
    }

    private static String publication(String title) {
        return """
                {"title":"%s","url":"https://www.example.gov.cn/1","publishedAt":"2019-04-28T10:00:00+08:00"}
                """.formatted(title);
    }

    @Test
    @Order(1)
    void axon_is_built_of_our_own_parts() {
        var axon = service.getBean(Configuration.class);
        assertThat(axon.eventStore()).isInstanceOf(EmbeddedEventStore.class);
        assertThat(axon.getComponent(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
    }

    @Test
    @Order(2)
    void nothing_can_be_imported_before_the_county_has_a_ledger() throws Exception {
        refusedAndNothingRecorded(
                () -> importPlan(SampleTable.docx(), WORD, 2019, false), 404, "JURISDICTION_UNKNOWN", "610926");
        refusedAndNothingRecorded(
                () -> put("/api/jurisdictions/61/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv()),
                404,
                "JURISDICTION_UNKNOWN");
    }

    @Test
    @Order(3)
    void a_county_opens_its_ledger_with_the_calendars_of_the_day_and_its_units() {
        var opened = put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text("ledger")).isEqualTo("610926");
        assertThat(opened.position()).isEqualTo(3); // itself, and the notices for 2018 and 2019, the latter twice
        var units = put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        assertThat(units.position()).isEqualTo(3 + 34);
        assertThat(put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv())
                        .position())
                .isEqualTo(3 + 34);
    }

    @Test
    @Order(4)
    void a_dry_run_shows_the_reading_and_records_nothing() {
        long before = recorded();
        var answer = importPlan(SampleTable.docx(), WORD, 2019, true);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("counts").toString())
                .isEqualTo("{\"rows\":48,\"tasks\":48,\"obligations\":258,\"findings\":20}");
        assertThat(answer.body().has("position")).isFalse();
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void bad_tables_are_refused_with_place_and_cure() throws Exception {
        refusedAndNothingRecorded(() -> importPlan(new byte[0], WORD, 2019, false), 422, "FILE_EMPTY", WORD);
        refusedAndNothingRecorded(
                () -> importPlan(SampleTable.docx(), "表.pdf", 2019, false), 415, "FILE_TYPE_UNSUPPORTED", ".docx");
        refusedAndNothingRecorded(
                () -> importPlan(SampleTable.docx(), WORD, 2020, false), 422, "YEAR_CONTRADICTS_TITLE", "2019");
        refusedAndNothingRecorded(() -> importPlan(SampleTable.docx(), WORD, 12, false), 422, "FIELD_INVALID", "year");
        put(
                "/api/jurisdictions/610926/units",
                "text/csv;charset=UTF-8",
                SampleTable.unitsCsv().replace("610926-D23,县招商局,DEPARTMENT,招商局\n", ""));
        refusedAndNothingRecorded(
                () -> importPlan(SampleTable.docx(), WORD, 2019, false), 422, "UNIT_UNKNOWN", "第26行·责任单位", "县招商局");
        put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
    }

    @Test
    @Order(6)
    void the_real_table_is_one_batch_of_a_plan_48_tasks_and_258_obligations() {
        long before = recorded();
        var answer = importPlan(SampleTable.docx(), WORD, 2019, false);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).isEqualTo("610926-2019");
        assertThat(answer.position()).isEqualTo(before + 1 + 48 + 258);
        var again = importPlan(SampleTable.docx(), WORD, 2019, false);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.position()).isEqualTo(answer.position());
    }

    @Test
    @Order(7)
    void publication_interpretation_case_and_response_are_recorded_one_after_the_other() {
        var published = post("/api/obligations/610926-2019-04-T03/publications", publication("镇情概况"));
        assertThat(published.status()).isEqualTo(201);
        assertThat(published.text("id")).isEqualTo("610926-2019-04-T03-P1");
        var interpreted = post("/api/publications/610926-2019-04-T03-P1/interpretations", """
                {"form":"VIDEO","title":"一图读懂","url":"https://www.example.gov.cn/2",
                 "publishedAt":"2019-04-29T10:00+08:00"}
                """);
        assertThat(interpreted.text("id")).isEqualTo("610926-2019-04-T03-P1-I1");
        var accepted = post(
                "/api/obligations/610926-2019-08-T01/cases",
                "{\"subject\":\"饮水\",\"acceptedAt\":\"2019-04-24T09:00:00+08:00\"}");
        assertThat(accepted.text("id")).isEqualTo("610926-2019-08-T01-C1");
        assertThat(accepted.text("dueOn")).isEqualTo("2019-04-30"); // Sunday 28 April was worked
        var answered = post("/api/cases/610926-2019-08-T01-C1/responses", """
                {"title":"答复","url":"https://www.example.gov.cn/3","respondedAt":"2019-04-30T23:59:59+08:00"}
                """);
        assertThat(answered.text("id")).isEqualTo("610926-2019-08-T01-C1-R1");
        assertThat(answered.position()).isEqualTo(published.position() + 3);
    }

    @Test
    @Order(8)
    void bad_evidence_is_refused_with_field_and_cure() throws Exception {
        var path = "/api/obligations/610926-2019-04-T03/publications";
        refusedAndNothingRecorded(() -> post(path, "{"), 400, "REQUEST_MALFORMED");
        refusedAndNothingRecorded(() -> post(path, "{}"), 422, "FIELD_INVALID", "title", "url", "publishedAt");
        refusedAndNothingRecorded(
                () -> post(path, publication("x").replace("https:", "javascript:")), 422, "FIELD_INVALID", "url");
        refusedAndNothingRecorded(
                () -> post(path, publication("x").replace("2019-04-28T10", "yesterday")),
                400,
                "REQUEST_MALFORMED",
                "publishedAt");
        refusedAndNothingRecorded(
                () -> post(path, publication("x").replace("2019-04-28", "2019-05-28")),
                422,
                "IN_FUTURE",
                "publishedAt");
        refusedAndNothingRecorded(
                () -> post("/api/obligations/610926-2019-99-T03/publications", publication("x")),
                404,
                "OBLIGATION_UNKNOWN",
                "610926-2019-99-T03");
        refusedAndNothingRecorded(() -> post("/api/nothing", "{}"), 404, "NOT_FOUND");
        refusedAndNothingRecorded(
                () -> put("/api/jurisdictions/610926", "text/plain", "x"),
                415,
                "MEDIA_TYPE_UNSUPPORTED",
                "application/json");
        refusedAndNothingRecorded(
                () -> send(http.get().uri(URI.create(address + "/api/a%2Fb"))),
                400,
                "REQUEST_MALFORMED",
                "percent-encoded");
        refusedAndNothingRecorded(
                () -> send(http.delete().uri("/api/jurisdictions/610926")), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    @Order(9)
    void an_idempotency_key_records_once_and_belongs_to_its_request() throws Exception {
        var path = "/api/obligations/610926-2019-04-T05/publications";
        var first = post(path, publication("一"), "key-1");
        var second = post(path, publication("一"), "key-1");
        assertThat(second).isEqualTo(first);
        refusedAndNothingRecorded(() -> post(path, publication("二"), "key-1"), 422, "IDEMPOTENCY_KEY_REUSED", "key-1");
        refusedAndNothingRecorded(
                () -> post(path, publication("二").replace("2019", "2029"), "key-2"), 422, "IN_FUTURE");
        assertThat(post(path, publication("二"), "key-2").status()).isEqualTo(201);
    }

    @Test
    @Order(10)
    void writers_at_once_leave_no_gap_and_no_double_number() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> writes = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                var path = "/api/obligations/610926-2019-05-D%02d/publications".formatted(1 + i % 6);
                writes.add(() -> post(path, publication("并发")));
            }
            long before = recorded();
            var answers = threads.invokeAll(writes);
            var ids = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                ids.add(answer.get().text("id"));
            }
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(recorded()).isEqualTo(before + 60);
        }
    }

    @Test
    @Order(11)
    void the_topic_gets_every_record_as_it_lies_in_the_ledger_in_order() {
        var ledger = service.getBean(Ledger.class);
        var expected = ledger.read(0, 10_000);
        var codec = new RecordCodec();
        List<byte[]> relayed = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(),
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
            assertThat(codec.decode(relayed.get(i)).actor()).isEqualTo("anonymous");
        }
    }
}
