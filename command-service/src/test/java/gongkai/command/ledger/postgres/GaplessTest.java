package gongkai.command.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.audit.Audit;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StoredRecord;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever has seen position N has seen all before it: two services, two hundred writers, conflicts, refusals and killed
 * connections, and a reader that follows. A planted engine that numbers by a sequence does not stand the same storm.
 */
@ExtendWith(SharedServers.class)
class GaplessTest {

    private LedgerDatabase database;

    @BeforeEach
    void start(TestPostgres postgres) {
        database = LedgerDatabase.start(postgres);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void a_reader_sees_every_position_in_turn_all_that_was_acknowledged_and_nothing_that_was_refused()
            throws Exception {
        try (var one = database.ledger(InstantSource.system());
                var other = database.ledger(InstantSource.system())) {
            var storm = new Storm(List.of(new LogOf(one), new LogOf(other)), database::killSome).run();
            assertThat(storm.holes).isEmpty();
            assertThat(storm.seen).containsAll(storm.acknowledged).doesNotContainAnyElementsOf(storm.refused);
            assertThat(storm.seen).hasSize((int) one.lastPosition().orElse(-1) + 1);
            assertThat(storm.acknowledged).hasSizeGreaterThan(2_000);
            assertThat(storm.conflicts).hasValueGreaterThan(100);
            assertThat(storm.kills).hasValueGreaterThan(5);
            for (var county : one.sizes().keySet()) {
                assertThat(Audit.of(one, county).fault()).isEmpty();
            }
        }
    }

    @Test
    void the_same_storm_finds_the_holes_of_an_engine_that_numbers_by_a_sequence() throws Exception {
        var storm = new Storm(List.of(new SequenceLog(database)), () -> {}).run();
        assertThat(storm.holes).isNotEmpty();
        assertThat(storm.acknowledged).anyMatch(it -> !storm.seen.contains(it));
    }

    private record LogOf(Ledger ledger) implements Storm.Log {

        @Override
        public void append(List<NewEvent> batch) {
            var _ = ledger.append(batch);
        }

        @Override
        public OptionalLong lastSequence(String subject) {
            return ledger.lastSequence(subject);
        }

        @Override
        public List<StoredRecord> read(long position, int limit) {
            return ledger.read(position, limit);
        }
    }
}
