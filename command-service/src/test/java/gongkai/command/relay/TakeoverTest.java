package gongkai.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.testing.ChildProcess;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Relays of several services on one ledger: one publishes, another follows it, and neither disturbs the other. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeoverTest {

    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    private Installation here;
    private Relay relay;

    /** On the topic before the test. */
    private int repeats;

    @BeforeAll
    void install(TestPostgres postgres, @TempDir Path directory) {
        here = new Installation(postgres, directory);
    }

    @AfterAll
    void remove() {
        here.close();
    }

    @BeforeEach
    void publishAll() {
        relay = here.relay("here");
        relay.start();
        here.write(10);
        repeats = here.awaitEverything(relay).repeats();
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    private void awaitHolder(String name, Duration atMost) {
        Awaitility.await(name)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        relay.progress().active() && relay.progress().holder().equals(Optional.of(name)));
    }

    @Test
    void the_other_waits_and_follows_at_once_when_the_first_is_closed() {
        var other = here.relay("other");
        other.start();
        try {
            here.write(100);
            here.awaitEverything(relay);
            assertThat(relay.progress().holder()).contains("here");
            relay.stop();
            here.write(100);
            awaitHolder("other", Duration.ofSeconds(3));
            assertThat(here.awaitEverything(other).repeats()).isEqualTo(repeats);
        } finally {
            other.stop();
        }
    }

    @Test
    void who_is_killed_in_the_middle_of_a_transaction_is_followed_within_ten_seconds() {
        relay.stop();
        here.write(3_000);
        try (var child = RelayProcess.start(here, "child", here.last() - 1_500)) {
            child.await("in the middle of a transaction");
            relay.start();
            assertThat(relay.progress().holder()).contains("child");
            child.kill();
            awaitHolder("here", TAKEOVER);
            here.awaitEverything(relay);
        }
    }

    /** Its connections stay open all the time; only the clock can tell. */
    @Test
    void who_is_paused_in_the_middle_of_a_transaction_is_followed_and_publishes_nothing_when_it_wakes_up()
            throws Exception {
        relay.stop();
        here.write(3_000);
        try (var child = RelayProcess.start(here, "child", here.last() - 1_500)) {
            child.await("in the middle of a transaction");
            child.pause();
            relay.start();
            assertThat(relay.progress().holder()).contains("child");
            here.write(500);
            awaitHolder("here", TAKEOVER);
            here.awaitEverything(relay);
            var since = relay.progress().since();
            child.resume();
            child.await("does not publish for now");
            assertThat(child.lines())
                    .anyMatch(it -> it.contains("Another service's relay has taken over")
                            || it.contains("ProducerFencedException")
                            || it.contains("InvalidProducerEpochException"));
            here.write(500);
            assertThat(here.awaitEverything(relay).repeats()).isEqualTo(repeats);
            assertThat(relay.progress().since()).isEqualTo(since);
            relay.stop();
            here.write(500);
            awaitHolder("child", TAKEOVER);
            here.awaitEverything(relay);
        }
    }

    /** The moment that no look at the clock can guard: it has looked, is paused, and then commits. */
    @Test
    void a_producer_that_another_has_followed_can_commit_nothing() throws Exception {
        relay.stop();
        try (var late = new RelayProducer(here.broker());
                var next = new RelayProducer(here.broker())) {
            late.fenceOthers();
            late.begin();
            for (var record : here.ledger.read(0, 10)) {
                late.send(record, Optional.empty()).get();
            }
            next.fenceOthers();
            assertThatThrownBy(late::commit).isInstanceOf(ProducerFencedException.class);
            next.begin();
            for (var record : here.ledger.read(0, 20)) {
                next.send(record, Optional.empty()).get();
            }
            next.commit();
            var reading = TopicReading.of(here.kafka());
            assertThat(reading.gaps()).isEmpty();
            assertThat(reading.repeats()).as("only those of the second").isEqualTo(repeats + 20);
        }
    }

    @Test
    void relays_that_are_paused_again_and_again_under_writes_leave_no_gap() throws Exception {
        relay.stop();
        var over = new AtomicBoolean();
        var writer = here.writeUntil(over);
        try (var one = RelayProcess.start(here, "one", Long.MAX_VALUE);
                var two = RelayProcess.start(here, "two", Long.MAX_VALUE)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> relay.progress().active());
            for (int round = 0; round < 3; round++) {
                var holder = relay.progress().holder().orElseThrow();
                var follower = holder.equals("one") ? "two" : "one";
                long next = relay.progress().next();
                Awaitility.await().until(() -> relay.progress().next() > next + 500);
                var paused = holder.equals("one") ? one : two;
                paused.pause();
                awaitHolder(follower, TAKEOVER);
                long taken = relay.progress().next();
                Awaitility.await().until(() -> relay.progress().next() > taken + 500);
                int told = told(paused);
                paused.resume();
                Awaitility.await().atMost(TAKEOVER).until(() -> told(paused) > told);
            }
            over.set(true);
            writer.join();
            here.awaitEverything(relay);
        } finally {
            over.set(true);
            writer.join();
        }
    }

    private static int told(ChildProcess child) {
        return (int) child.lines().stream()
                .filter(it -> it.contains("does not publish for now"))
                .count();
    }
}
