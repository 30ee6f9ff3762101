package gongkai.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** One relay, and everything that can go wrong between it and the topic. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {

    private Installation here;
    private Relay relay;

    @BeforeAll
    void install(TestPostgres postgres, @TempDir Path directory) {
        here = new Installation(postgres, directory);
    }

    @AfterAll
    void remove() {
        here.close();
    }

    @BeforeEach
    void start() {
        relay = here.relay("one");
        here.write(100);
        relay.start();
        here.awaitEverything(relay);
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    private void set(String name, String value) throws InterruptedException, ExecutionException {
        try (var admin = here.admin()) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, EventTopic.NAME);
            var op = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(op))).all().get();
        }
    }

    private void deleteTopic() throws InterruptedException, ExecutionException {
        try (var admin = here.admin()) {
            admin.deleteTopics(List.of(EventTopic.NAME)).all().get();
        }
    }

    private void awaitProblem(String words) {
        Awaitility.await(words)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(relay.progress().problem())
                        .hasValueSatisfying(it -> assertThat(it).contains(words)));
    }

    @Test
    void a_commit_is_on_the_topic_at_once() {
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            here.write(1);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> relay.progress().lag() == 0);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
        }
    }

    /** Other records of the page go to other partitions or before and after it: none of them may stand there alone. */
    @Test
    void a_record_that_the_broker_refuses_in_mid_page_holds_up_what_follows_and_leaves_no_hole() throws Exception {
        set("max.message.bytes", "8000");
        long before = relay.progress().next();
        relay.stop();
        here.write(40);
        here.write(incompressible(30_000));
        here.write(2_000);
        relay.start();
        awaitProblem("larger than the max message size");
        assertThat(relay.progress().next()).isEqualTo(before);
        assertThat(TopicReading.of(here.kafka()).gaps()).isEmpty();
        here.write(10);
        assertThat(relay.progress().lag()).isEqualTo(2_051);
        set("max.message.bytes", "1048588");
        here.awaitEverything(relay);
        Awaitility.await().until(() -> relay.progress().problem().isEmpty());
    }

    private static String incompressible(int characters) {
        var random = new Random(7);
        return random.ints(characters, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .substring(0, characters / 3);
    }

    @Test
    void while_the_broker_is_away_writes_go_on_and_the_lag_shows_and_drains_in_order() throws Exception {
        var health = new RelayHealth(relay);
        var over = new AtomicBoolean();
        var writer = here.writeUntil(over);
        try {
            long from = relay.progress().next();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> relay.progress().next() > from + 1_000
                            && relay.progress().lag() > 0);
            here.killBroker();
            long atItsDeath = here.last();
            awaitProblem("");
            Awaitility.await().until(() -> here.last() > atItsDeath + 2_000);
            assertThat(relay.progress().lag()).isGreaterThan(2_000);
            assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(health.health().getDetails()).containsKeys("problem", "lag", "nextPosition");
        } finally {
            over.set(true);
            writer.join();
            here.startBroker();
        }
        here.awaitEverything(relay);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_lag_alone_is_shown_and_makes_nobody_unwell() {
        relay.stop();
        here.write(40);
        var health = new RelayHealth(here.relay("other")).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("lag", 40L).doesNotContainKey("problem");
        relay.start();
        here.awaitEverything(relay);
    }

    @Test
    void a_topic_that_is_deleted_is_filled_again_while_the_relay_runs_idle_or_not() throws Exception {
        deleteTopic();
        awaitRefilled();
        var over = new AtomicBoolean();
        var writer = here.writeUntil(over);
        try {
            long from = relay.progress().next();
            Awaitility.await().until(() -> relay.progress().next() > from + 200);
            deleteTopic();
            awaitRefilled();
        } finally {
            over.set(true);
            writer.join();
        }
        here.awaitEverything(relay);
    }

    private void awaitRefilled() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().untilAsserted(() -> {
            assertThat(relay.progress().lag()).isLessThan(500);
            assertThat(TopicReading.of(here.kafka()).sizes()).hasSameSizeAs(here.ledger.sizes());
        });
    }

    /** Somebody deletes it and makes it again with the right settings, quicker than the relay can look. */
    @Test
    void a_topic_that_somebody_else_made_anew_is_filled_from_its_beginning() throws Exception {
        relay.stop();
        try (var admin = here.admin()) {
            admin.deleteTopics(List.of(EventTopic.NAME)).all().get();
            KeptTopic.create(admin, EventTopic.NAME, EventTopic.PARTITIONS);
        }
        here.write(10);
        relay.start();
        assertThat(here.awaitEverything(relay).repeats()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "partitions, has 3 partitions instead of 12",
        "compacted, cleanup.policy=compact instead of delete",
        "retention, retention.ms=604800000 instead of -1",
        "beginning, has lost its beginning"
    })
    void a_topic_that_is_not_what_it_must_be_for_life_gets_nothing_and_it_is_said_why(String fault, String words)
            throws Exception {
        relay.stop();
        switch (fault) {
            case "partitions" -> remakeWithThreePartitions();
            case "compacted" -> set("cleanup.policy", "compact");
            case "retention" -> set("retention.ms", "604800000");
            default -> loseTheBeginning();
        }
        here.write(10);
        relay.start();
        awaitProblem(words);
        assertThat(relay.progress().lag()).isEqualTo(10);
        deleteTopic();
        here.awaitEverything(relay);
        Awaitility.await().until(() -> relay.progress().problem().equals(Optional.empty()));
    }

    private void remakeWithThreePartitions() throws InterruptedException, ExecutionException {
        try (var admin = here.admin()) {
            admin.deleteTopics(List.of(EventTopic.NAME)).all().get();
            admin.createTopics(List.of(new NewTopic(EventTopic.NAME, 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void loseTheBeginning() throws InterruptedException, ExecutionException {
        try (var admin = here.admin()) {
            for (int i = 0; i < EventTopic.PARTITIONS; i++) {
                var partition = new TopicPartition(EventTopic.NAME, i);
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1)))
                        .all()
                        .get();
            }
        }
    }
}
