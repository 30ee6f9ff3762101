package gongkai.query.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.query.LedgerOnTopic;
import gongkai.query.RunningQuery;
import gongkai.query.Tables;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices on a real PostgreSQL and a real broker; time passes by starting the service at a later moment. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticesTest {

    /** As it is published for those who read the topic. */
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("classpath:gongkai/schema/gongkai.notice.v1.json"));

    private static final String ASSIGNED = LedgerOnTopic.OBLIGATION + "/ASSIGNED-1";
    private static final String ONCE = LedgerOnTopic.OBLIGATION + "/r1/once/v1/";

    private TestPostgres postgres;
    private TestKafka kafka;
    private LedgerOnTopic ledger;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka) throws Exception {
        this.postgres = postgres;
        this.kafka = kafka;
        postgres.createDatabase("gongkai_query");
        ledger = new LedgerOnTopic(kafka.bootstrapServers());
        ledger.openCounty();
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    private RunningQuery at(String moment, String... settings) {
        return RunningQuery.start(postgres, kafka, moment, settings);
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("gongkai_query"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitNotices(RunningQuery service, String... ids) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.notices()).containsExactly(ids));
    }

    /** An obligation that nothing waits for has been looked at. */
    private static void awaitLookedAt(RunningQuery service) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.jdbc()
                                .sql("SELECT count(*) FROM due WHERE next_check_at = '-infinity'")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    private List<JsonNode> onTopic(int count) {
        List<JsonNode> messages = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "notices-test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("gongkai.notices"));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    assertThat(it.key()).isEqualTo("610926");
                    assertThat(SCHEMA.validate(it.value(), InputFormat.JSON)).isEmpty();
                    messages.add(JsonMapper.shared().readTree(it.value()));
                });
                return messages.size() >= count;
            });
        }
        return messages;
    }

    @Test
    @Order(1)
    void a_unit_hears_of_what_it_owes_and_when_time_passes_of_its_end() {
        try (var service = at("2019-04-24T01:00:00Z")) {
            awaitNotices(service, ASSIGNED, ONCE + "DUE_SOON-5");
            var items = service.get("/api/notices?unit=610926-T03&after=1").json();
            assertThat(items.path("items")).hasSize(1);
            assertThat(items.path("next").asLong()).isEqualTo(2);
            var item = items.path("items").get(0);
            assertThat(item.path("kind").asString("")).isEqualTo("DUE_SOON");
            assertThat(item.path("dueOn").asString("")).isEqualTo("2019-04-30");
            assertThat(item.path("workingDaysLeft").asInt()).isEqualTo(5);
            assertThat(item.path("position").asLong()).isEqualTo(2);
            assertThat(service.get("/api/notices?unit=610926-T01").json().path("items"))
                    .isEmpty();
            assertThat(service.get("/api/notices?limit=501").code()).isEqualTo("FIELD_INVALID");
            assertThat(service.get("/api/notices?after=-1").code()).isEqualTo("FIELD_INVALID");
        }
    }

    @Test
    @Order(2)
    void after_a_long_silence_only_what_still_holds_is_sent() {
        try (var service = at("2019-05-05T01:00:00Z")) {
            awaitNotices(service, ASSIGNED, ONCE + "DUE_SOON-5", ONCE + "BREACHED-1");
            assertThat(service.jdbc()
                            .sql("SELECT id FROM durable.notice WHERE number IS NULL ORDER BY id")
                            .query(String.class)
                            .list())
                    .containsExactly(ONCE + "DUE_SOON-1", ONCE + "DUE_SOON-3");
        }
    }

    @Test
    @Order(3)
    void rebuilt_views_and_two_services_at_once_send_nothing_twice() {
        try (var one = at("2019-05-05T02:00:00Z")) {
            one.jdbc().sql("UPDATE due SET next_check_at = '-infinity'").update();
            awaitLookedAt(one);
        }
        Tables.empty(JdbcClient.create(
                new DriverManagerDataSource(postgres.jdbcUrl("gongkai_query"), postgres.user(), postgres.password())));
        try (var one = at("2019-05-05T03:00:00Z");
                var two = at("2019-05-05T03:00:00Z", "--gongkai.query.instance=query-2")) {
            assertThat(one.get("/api/obligations/" + LedgerOnTopic.OBLIGATION + "?minPosition=2")
                            .status())
                    .isEqualTo(200);
            awaitLookedAt(one);
            awaitNotices(two, ASSIGNED, ONCE + "DUE_SOON-5", ONCE + "BREACHED-1");
        }
    }

    @Test
    @Order(4)
    void evidence_ends_a_lateness_and_the_topic_has_everything_in_the_order_of_issue() {
        ledger.publish(3, Instant.parse("2019-05-05T04:00:00Z"), "镇情概况", "2019-05-05T03:30:00Z");
        try (var service = at("2019-05-06T01:00:00Z")) {
            awaitNotices(service, ASSIGNED, ONCE + "DUE_SOON-5", ONCE + "BREACHED-1", ONCE + "BREACHED-1/CURED");
            var messages = onTopic(4);
            assertThat(messages.stream().map(it -> it.path("id").asString("")))
                    .containsExactlyElementsOf(service.notices());
            assertThat(messages.stream().mapToLong(it -> it.path("number").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 4).boxed().toList());
            assertThat(messages.getFirst().path("type").asString("")).isEqualTo("gongkai.notice.v1");
            assertThat(messages.getFirst().path("data").path("title").asString(""))
                    .isEqualTo("老县镇：新交办“镇情概况”，2019年4月30日前完成。");
        }
    }

    @Test
    @Order(5)
    void a_record_that_came_late_takes_back_what_was_said_without_it() {
        // As if a lateness had been told that the ledger, as it is known now, does not bear out.
        execute("DELETE FROM durable.notice WHERE id LIKE '%CURED'");
        execute("""
                UPDATE durable.notice SET over_at = NULL, id = replace(id, 'BREACHED-1', 'BREACHED-9'),
                  document = replace(document, 'BREACHED-1', 'BREACHED-9')
                WHERE kind = 'BREACHED'
                """);
        execute("UPDATE view_due.due SET next_check_at = '-infinity'");
        try (var service = at("2019-05-06T02:00:00Z")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.notices()).contains(ONCE + "BREACHED-9/WITHDRAWN"));
            assertThat(service.get("/api/notices?after=4")
                            .json()
                            .path("items")
                            .get(0)
                            .path("withdraws")
                            .asString(""))
                    .isEqualTo(ONCE + "BREACHED-9");
        }
    }

    @Test
    @Order(6)
    void a_record_is_there_while_its_obligation_is_still_looked_at_and_it_is_looked_at_again() throws Exception {
        try (var service = at("2019-05-06T03:00:00Z");
                var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("gongkai_query"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            awaitLookedAt(service);
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM durable.notice_head FOR UPDATE");
            execute("DELETE FROM durable.notice WHERE kind = 'ASSIGNED'");
            execute("UPDATE view_due.due SET next_check_at = '-infinity'");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.jdbc()
                                    .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                    .query(Long.class)
                                    .single()
                            == 1);

            ledger.send(
                    4,
                    Instant.parse("2019-05-06T02:30:00Z"),
                    LedgerOnTopic.OBLIGATION,
                    new PublicationRetracted(
                            LedgerOnTopic.OBLIGATION + "-P3",
                            new Basis("链接失效", "县政府办"),
                            Instant.parse("2019-05-06T02:30:00Z")));
            assertThat(service.get("/api/obligations/" + LedgerOnTopic.OBLIGATION + "?minPosition=4")
                            .status())
                    .isEqualTo(200);

            connection.rollback();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.notices()).contains(ONCE + "BREACHED-2"));
        }
    }
}
