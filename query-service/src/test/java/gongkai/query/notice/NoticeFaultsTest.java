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
import gongkai.query.LedgerOnTopic;
import gongkai.query.RunningQuery;
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
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two services share the work, and their database connections are cut again and again while they do it. */
class NoticeFaultsTest {

    private static final int OBLIGATIONS = 2_000;

    /** Each obligation is assigned, and late. */
    private static final int NOTICES = 2 * OBLIGATIONS;

    @Test
    void every_notice_is_issued_once_without_gaps_and_reaches_the_topic_in_order(@TempDir Path directory)
            throws Exception {
        try (var postgres = TestPostgres.start(directory.resolve("postgres"));
                var kafka = TestKafka.start(directory.resolve("kafka"))) {
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
                assertThat(onTopic(kafka)).containsExactlyElementsOf(issued(two));
            }
        }
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
    private static List<String> onTopic(TestKafka kafka) {
        var ids = new LinkedHashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
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
                return ids.size() >= NOTICES;
            });
        }
        return new ArrayList<>(ids);
    }
}
