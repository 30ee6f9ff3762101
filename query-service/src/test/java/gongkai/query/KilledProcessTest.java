package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The process itself is killed in the middle of its transactions, and started again on what it left. */
@ExtendWith(SharedServers.class)
class KilledProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void views_are_row_for_row_those_of_an_undisturbed_service_and_each_notice_is_there_once(
            TestPostgres postgres, TestKafka kafka) throws Exception {
        var log = new SeededLog(ThreadLocalRandom.current().nextLong(1_000_000), 5);
        log.grow(600);
        postgres.createDatabase("killed");
        postgres.createDatabase("undisturbed");
        var killed = jdbc(postgres, "killed");
        Outcome undisturbed;
        try (var topic = new LogOnTopic(kafka.bootstrapServers());
                var gate = new Gate(postgres, "killed");
                var notices = new Gate(postgres, "killed")) {
            topic.send(log.entries().subList(0, 300));
            try (var service = Stage.inItsOwnProcess(postgres, "killed", kafka.bootstrapServers())) {
                // What is told on half the log differs from what is told on all of it.
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(() -> notices.shut("SELECT FROM durable.notice_head FOR UPDATE"));
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> count(killed, "view_touchy.touched"), it -> it == 300);
                notices.awaitSomebody("UPDATE durable.notice_head");
                gate.shut("SELECT FROM projection.feed_place FOR UPDATE");
                topic.send(log.entries().subList(300, 450));
                // The sweep that waits for its number holds what it looks at, and the feed may come there first.
                gate.awaitSomebody("INSERT INTO feed_place", "INSERT INTO due");
                service.kill();
            }
            gate.open();
            notices.open();
            awaitNobodyIn(killed);
            assertThat(count(killed, "view_record.record"))
                    .as("nothing of what was not committed")
                    .isEqualTo(300);
            assertThat(count(killed, "durable.notice")).isZero();

            topic.send(log.entries().subList(450, 600));
            undisturbed = Outcome.of(postgres, "undisturbed", kafka);
            gate.shut("""
                    INSERT INTO durable.notice (id, jurisdiction, unit, obligation, kind, raised_at, settled_at, document)
                    VALUES ('%s', '', '', '', '', now(), now(), '')
                    """.formatted(lastNotice(jdbc(postgres, "undisturbed"))));
            try (var service = Stage.inItsOwnProcess(postgres, "killed", kafka.bootstrapServers())) {
                gate.awaitSomebody("INSERT INTO durable.notice");
                service.kill();
            }
        }
        var after = Outcome.of(postgres, "killed", kafka);
        assertThat(after).isEqualTo(undisturbed);
        assertThat(killed.sql("SELECT number FROM durable.notice WHERE number IS NOT NULL ORDER BY number")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.range(1, after.issued() + 1).boxed().toList());
    }

    /** All that a service comes to when it is left alone. */
    private record Outcome(Tables tables, List<String> notices) {

        static Outcome of(TestPostgres postgres, String database, TestKafka kafka) {
            try (var stage = Stage.onBroker(postgres, database, kafka.bootstrapServers())) {
                await().atMost(PATIENCE).until(() -> count(stage.jdbc(), "touched"), it -> it == 600);
                await().atMost(PATIENCE)
                        .until(() -> count(stage.jdbc(), "due WHERE next_check_at = '-infinity'"), it -> it == 0);
                await().atMost(PATIENCE)
                        .until(
                                () -> count(stage.jdbc(), "durable.notice_head NATURAL JOIN durable.notice_place"),
                                it -> it == 1);
                return new Outcome(
                        stage.tables(),
                        stage.jdbc()
                                .sql("SELECT (number IS NOT NULL) || ' ' || document FROM durable.notice ORDER BY id")
                                .query(String.class)
                                .list());
            }
        }

        long issued() {
            return notices.stream().filter(it -> it.startsWith("true")).count();
        }
    }

    private static JdbcClient jdbc(TestPostgres postgres, String database) {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.jdbcUrl(database), postgres.user(), postgres.password()));
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }

    /** But for the gates and this question. */
    private static void awaitNobodyIn(JdbcClient jdbc) {
        await().atMost(PATIENCE)
                .until(
                        () -> count(
                                jdbc,
                                "pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"),
                        it -> it == 3);
    }

    private static String lastNotice(JdbcClient jdbc) {
        return jdbc.sql("SELECT max(id) FROM durable.notice")
                .query(String.class)
                .single();
    }
}
