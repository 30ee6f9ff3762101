package gongkai.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gongkai.query.LedgerStub;
import gongkai.query.SeededLog;
import gongkai.query.Stage;
import gongkai.query.projection.Progress.State;
import gongkai.record.EventRecord;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** After every fault the tables equal, row by row, those of a database that nothing ever happened to. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectorFaultsTest {

    private TestPostgres postgres;
    private Stage untroubled;
    private Stage stage;
    private int databases;

    @BeforeAll
    void start(TestPostgres postgres) {
        this.postgres = postgres;
        postgres.createDatabase("untroubled");
        untroubled = Stage.byHand(postgres, "untroubled");
        Scenarios.Expected.from(untroubled);
    }

    @BeforeEach
    void anew() {
        postgres.createDatabase("faults_" + ++databases);
        stage = Stage.byHand(postgres, "faults_" + databases);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @AfterAll
    void stop() {
        untroubled.close();
    }

    @Test
    void each_message_may_come_two_to_five_times() {
        Scenarios.of(stage).deliverEachTwoToFiveTimes();
    }

    @Test
    void offsets_may_be_set_back_to_zero() {
        Scenarios.of(stage).deliverFromZeroAgain();
    }

    @Test
    void a_dropped_message_stops_its_ledger_until_the_ledger_itself_gives_it() {
        Scenarios.of(stage).deliverWithoutOne();
    }

    @Test
    void a_process_that_dies_in_mid_transaction_loses_and_doubles_nothing() {
        Scenarios.of(stage).deliverAndCrash();
    }

    @Test
    void a_forged_message_is_refused_by_name_and_the_other_ledgers_go_on() {
        var scenario = Scenarios.of(stage);
        var honest = SeededLog.messages(scenario.log().entries());
        var victim = honest.getFirst();
        for (var forged : List.of(
                new Message(victim.topic(), victim.partition(), 77, victim.key(), bytes("{\"a\":1}")),
                new Message(victim.topic(), victim.partition(), 77, "999999", victim.value()),
                new Message(victim.topic(), victim.partition(), 77, victim.key(), bytes("no json")),
                new Message(victim.topic(), victim.partition(), 77, victim.key(), null))) {
            var obstacles = scenario.projector().apply(List.of(forged));
            assertThat(obstacles).singleElement().satisfies(it -> {
                assertThat(it.forged()).isTrue();
                assertThat(it.toString()).startsWith("gongkai.events-" + victim.partition() + "@77: refused: ");
            });
        }
        var batch = new ArrayList<Message>(
                List.of(new Message(victim.topic(), victim.partition(), 77, victim.key(), bytes("no json"))));
        batch.addAll(honest);
        scenario.projector().apply(batch);
        assertThat(stage.bean(Places.class).of(Projection.RECORD))
                .doesNotContainKey(victim.key())
                .hasSize(4);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_poisoned_view_parks_alone_before_the_record_and_catches_up_when_it_is_mended() {
        var scenario = Scenarios.of(stage);
        var messages = SeededLog.messages(scenario.log().entries());
        poison(300);
        scenario.cut(messages).forEach(scenario.projector()::apply);
        assertThat(stage.touchy().hits()).isPositive();
        var parked = stage.bean(Parking.class).all();
        assertThat(parked).containsOnlyKeys("touchy");
        assertThat(parked.values()).singleElement().satisfies(it -> {
            assertThat(it.position()).isEqualTo(300);
            assertThat(it.error()).contains("a poisoned record");
        });
        assertThat(count("touched")).isLessThan(600);
        assertThat(count("record")).isEqualTo(600);

        stage.touchy().behave();
        stage.bean(Parking.class).release("touchy");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(count("touched")).isEqualTo(600));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(scenario::assertComplete);
        var more = SeededLog.messages(scenario.log().grow(50));
        scenario.projector().apply(more);
        scenario.assertComplete();
    }

    private int count(String table) {
        return stage.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    private void poison(long position) {
        stage.touchy().then(records -> {
            if (records.stream().anyMatch(it -> it.record().position() == position)) {
                stage.touchy().hit();
                throw new IllegalStateException("a poisoned record\0");
            }
        });
    }

    @Test
    void a_view_that_loses_its_connection_is_not_parked_but_tried_again() {
        var scenario = Scenarios.of(stage);
        var once = new AtomicInteger();
        stage.touchy().then(_ -> {
            if (once.getAndIncrement() == 3) {
                stage.touchy().hit();
                Scenarios.terminateThisConnection(stage);
            }
        });
        scenario.cut(SeededLog.messages(scenario.log().entries())).forEach(scenario::applyUntilDone);
        assertThat(stage.touchy().hits()).isEqualTo(1);
        assertThat(stage.bean(Parking.class).all()).isEmpty();
        scenario.assertComplete();
    }

    @Test
    void a_rebuild_of_each_view_equals_the_living_tables_while_writes_go_on() {
        var scenario = Scenarios.of(stage);
        scenario.projector().apply(SeededLog.messages(scenario.log().entries()));
        try (var writes = new Writes(scenario)) {
            for (var view : List.of("obligation", "plan", "touchy")) {
                stage.jdbc().sql("COMMENT ON SCHEMA view_" + view + " IS 'old'").update();
                stage.bean(Rebuilds.class).request(view);
                awaitRebuild(view);
                assertThat(stage.jdbc()
                                .sql("SELECT obj_description(oid) IS NULL FROM pg_namespace WHERE nspname = :name")
                                .param("name", "view_" + view)
                                .query(Boolean.class)
                                .single())
                        .as("the tables are new")
                        .isTrue();
            }
            assertThat(writes.since()).as("writes meanwhile").isPositive();
        }
        scenario.assertComplete();
    }

    /** Somebody writes all the time. */
    private static final class Writes implements AutoCloseable {

        private final Scenarios scenario;
        private final int before;
        private final CompletableFuture<Void> done;
        private volatile boolean enough;

        Writes(Scenarios scenario) {
            this.scenario = scenario;
            this.before = scenario.log().entries().size();
            this.done = CompletableFuture.runAsync(
                    () -> {
                        while (!enough) {
                            List<Message> next;
                            synchronized (scenario.log()) {
                                next = SeededLog.messages(scenario.log().grow(7));
                            }
                            scenario.applyUntilDone(next);
                        }
                    },
                    Thread::startVirtualThread);
        }

        int since() {
            synchronized (scenario.log()) {
                return scenario.log().entries().size() - before;
            }
        }

        @Override
        public void close() {
            enough = true;
            done.join();
        }
    }

    private void awaitRebuild(String view) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(stage.bean(Rebuilds.class).all())
                        .extractingByKey(view)
                        .satisfies(it -> assertThat(it.error()).isEmpty())
                        .extracting(Progress::state)
                        .isEqualTo(State.DONE));
    }

    @Test
    void the_records_are_rebuilt_from_the_ledger_and_every_other_view_after_them() throws Exception {
        var log = Scenarios.seeded();
        try (var ledger = new LedgerStub(log)) {
            stage.close();
            stage = Stage.byHand(postgres, "faults_" + databases, ledger.setting());
            var scenario = Scenarios.of(stage, log);
            scenario.projector().apply(SeededLog.messages(scenario.log().entries()));
            stage.jdbc()
                    .sql("UPDATE record SET subject = 'changed' WHERE position = 5")
                    .update();
            try (var writes = new Writes(scenario)) {
                stage.bean(Rebuilds.class).request(Projection.RECORD);
                for (var view : List.of("record", "obligation", "plan", "touchy")) {
                    await().atMost(Duration.ofMinutes(3))
                            .until(() -> stage.bean(Rebuilds.class).all().containsKey(view));
                    awaitRebuild(view);
                }
                assertThat(writes.since()).isPositive();
            }
            scenario.assertComplete();
        }
    }

    @Test
    void a_rebuild_that_fails_leaves_the_living_tables_as_they_are() {
        var scenario = Scenarios.of(stage);
        scenario.projector().apply(SeededLog.messages(scenario.log().entries()));
        var before = stage.tables();
        poison(300);
        for (var view : List.of("touchy", Projection.RECORD)) {
            stage.bean(Rebuilds.class).request(view);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(stage.bean(Rebuilds.class).all())
                            .extractingByKey(view)
                            .extracting(Progress::state)
                            .isEqualTo(State.FAILED));
        }
        assertThat(stage.touchy().hits()).isPositive();
        assertThat(withoutNext(stage.tables().rows())).isEqualTo(withoutNext(before.rows()));
    }

    private static List<String> withoutNext(Map<String, List<String>> rows) {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(it -> !it.startsWith("(next_"))
                .toList();
    }

    @Test
    void two_instances_may_get_the_same_partitions_at_the_same_time() {
        var scenario = Scenarios.of(stage);
        try (var other = Stage.byHand(postgres, "faults_" + databases)) {
            var two = Scenarios.of(other, scenario.log());
            var batches = scenario.cut(SeededLog.messages(scenario.log().entries()));
            var one = CompletableFuture.runAsync(
                    () -> batches.forEach(scenario::applyUntilDone), Thread::startVirtualThread);
            var second =
                    CompletableFuture.runAsync(() -> batches.forEach(two::applyUntilDone), Thread::startVirtualThread);
            one.join();
            second.join();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(scenario::assertComplete);
        }
    }

    @Test
    void the_suite_catches_a_projector_that_accepts_gaps() {
        var buggy = Scenarios.of(stage, stage.bean(Places.class), places -> new Sieve(places) {
            @Override
            Verdict judge(Place place, EventRecord record) {
                return record.leaf() > place.leaf() ? Verdict.NEXT : Verdict.REPEATED;
            }
        });
        assertThatThrownBy(buggy::deliverWithoutOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_suite_catches_a_projector_that_does_not_drop_what_it_has() {
        var buggy = Scenarios.of(stage, stage.bean(Places.class), places -> new Sieve(places) {
            @Override
            Verdict judge(Place place, EventRecord record) {
                return record.leaf() > place.leaf() + 1 ? Verdict.GAP : Verdict.NEXT;
            }
        });
        assertThatThrownBy(buggy::deliverEachTwoToFiveTimes)
                .isInstanceOfAny(AssertionError.class, DuplicateKeyException.class);
    }

    @Test
    void the_suite_catches_a_projector_that_moves_its_place_in_another_transaction() {
        var jdbc = stage.bean(JdbcTemplate.class);
        var apart = new TransactionTemplate(stage.bean(PlatformTransactionManager.class));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var buggyPlaces = new Places(jdbc) {
            @Override
            Map<String, Map<String, Place>> lock(Collection<String> ledgers) {
                return unlocked(ledgers);
            }

            @Override
            void move(Collection<Move> moves) {
                apart.executeWithoutResult(_ -> super.move(moves));
            }
        };
        assertThatThrownBy(Scenarios.of(stage, buggyPlaces, Sieve::new)::deliverAndCrash)
                .isInstanceOf(AssertionError.class);
    }
}
