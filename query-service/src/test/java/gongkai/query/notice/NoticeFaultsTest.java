package gongkai.query.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.event.Assignment;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.query.Gate;
import gongkai.query.LedgerOnTopic;
import gongkai.query.RunningQuery;
import gongkai.testing.KillableBroker;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import gongkai.time.TimeLimit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Connections to the database are cut again and again, and the broker fails, while notices are issued and published. */
@ExtendWith(SharedServers.class)
class NoticeFaultsTest {

    private static final int OBLIGATIONS = 2_000;

    /** Each obligation is assigned, and late. */
    private static final int NOTICES = 2 * OBLIGATIONS;

    private static final String NEXT_PAGE = "SELECT number, document FROM durable.notice";
    private static final String NO_PAGE = "LOCK TABLE durable.notice IN ACCESS EXCLUSIVE MODE";

    @Test
    void every_notice_is_issued_once_without_gaps_and_reaches_the_topic_in_order(TestPostgres postgres, TestKafka kafka)
            throws Exception {
        postgres.createDatabase("gongkai_query");
        try (var ledger = new LedgerOnTopic(kafka.bootstrapServers())) {
            ledger.openCounty();
            LongStream.range(3, OBLIGATIONS + 2).forEach(it -> assign(ledger, it));
        }
        try (var one = RunningQuery.start(postgres, kafka, "2019-05-06T01:00:00Z");
                var two = RunningQuery.start(
                        postgres, kafka, "2019-05-06T01:00:00Z", "--gongkai.query.instance=query-2")) {
            int cut = cutUntilAllAreIssued(postgres);
            assertThat(cut).as("connections that were cut").isGreaterThan(10);
            assertThat(numbers(one))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, NOTICES).boxed().toList());
            assertThat(onTopic(kafka.bootstrapServers(), NOTICES)).containsExactlyElementsOf(issued(two));
        }
    }

    /** Held back until all are issued, then let through page by page: so a failure falls among them for certain. */
    @Test
    void a_broker_that_fails_while_notices_are_published_costs_none_and_whoever_drops_what_he_has_sees_each_once(
            TestPostgres postgres, @TempDir Path directory) throws Exception {
        int obligations = 600;
        long notices = 2L * obligations;
        postgres.createDatabase("gongkai_query");
        try (var broker = KillableBroker.start(directory);
                var ledger = new LedgerOnTopic(broker.bootstrapServers());
                var service = RunningQuery.start(
                        postgres, new TestKafka(broker.bootstrapServers(), () -> {}), "2019-05-06T01:00:00Z");
                var place = new Gate(postgres, "gongkai_query");
                var pages = new Gate(postgres, "gongkai_query")) {
            place.shut("SELECT FROM durable.notice_place FOR UPDATE");
            ledger.openCounty();
            LongStream.range(3, obligations + 2).forEach(it -> assign(ledger, it));
            await().atMost(Duration.ofMinutes(3)).until(() -> numbers(service).size() == notices);
            pages.shut(NO_PAGE);
            place.open();

            pages.awaitSomebody(NEXT_PAGE);
            broker.kill();
            letOnePageThrough(pages);
            assertThat(next(service)).as("none was taken").isEqualTo(1);
            broker.startAgain();
            pages.awaitSomebody(NEXT_PAGE);
            letOnePageThrough(pages);
            pages.awaitSomebody(NEXT_PAGE);
            assertThat(next(service)).as("one page was taken").isEqualTo(501);
            // It takes what was sent to it meanwhile when nobody waits for its answer any more.
            broker.pause();
            letOnePageThrough(pages);
            assertThat(next(service)).as("no answer came").isEqualTo(501);
            broker.resume();
            pages.open();

            await().atMost(Duration.ofMinutes(3)).until(() -> next(service) == notices + 1);
            assertThat(onTopic(broker.bootstrapServers(), notices)).containsExactlyElementsOf(issued(service));
        }
    }

    private static void letOnePageThrough(Gate pages) throws SQLException {
        pages.open();
        pages.shut(NO_PAGE);
    }

    private static long next(RunningQuery service) {
        return service.jdbc()
                .sql("SELECT next FROM durable.notice_place")
                .query(Long.class)
                .single();
    }

    private static void assign(LedgerOnTopic ledger, long position) {
        var obligation = "610926-2019-%03d-T03".formatted(position + 97);
        ledger.send(
                position,
                LedgerOnTopic.OPENED,
                obligation,
                new ObligationAssigned(
                        obligation,
                        obligation.substring(0, 15),
                        (int) position,
                        new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况", "各镇", "4月底前"),
                        new Assignment("610926-T03", "老县镇", Role.LEAD),
                        List.of(new Rule(
                                Requirement.once(RequirementKind.PUBLICATION),
                                new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                                RuleSource.DEADLINE,
                                true)),
                        Optional.empty(),
                        LedgerOnTopic.OPENED));
    }

    private static int cutUntilAllAreIssued(TestPostgres postgres) throws SQLException {
        var cut = new int[1];
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl("gongkai_query"), postgres.user(), postgres.password())) {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        var issued = number(connection, "SELECT count(*) FROM durable.notice WHERE number IS NOT NULL");
                        if (issued < NOTICES && cut[0] < 200) {
                            cut[0] += number(connection, """
                                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
                                    """);
                        }
                        return issued == NOTICES;
                    });
        }
        return cut[0];
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<Long> numbers(RunningQuery service) {
        return service.jdbc()
                .sql("SELECT number FROM durable.notice WHERE number IS NOT NULL ORDER BY number")
                .query(Long.class)
                .list();
    }

    private static List<String> issued(RunningQuery service) {
        return service.jdbc()
                .sql("SELECT id FROM durable.notice WHERE number IS NOT NULL ORDER BY number")
                .query(String.class)
                .list();
    }

    /** As a consumer sees them that drops what it has. */
    private static List<String> onTopic(String bootstrapServers, long count) {
        var ids = new LinkedHashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "group.id", "notice-faults-test",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("gongkai.notices"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> ids.add(JsonMapper.shared()
                                .readTree(it.value())
                                .path("id")
                                .asString("")));
                return ids.size() >= count;
            });
        }
        return new ArrayList<>(ids);
    }
}
