package gongkai.command.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.ledger.Facts;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerConformance;
import gongkai.command.ledger.StreamSnapshot;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServers.class)
class PostgresLedgerTest extends LedgerConformance {

    private static LedgerDatabase database;

    private PostgresLedger ledger;

    @BeforeAll
    static void start(TestPostgres postgres) {
        database = LedgerDatabase.start(postgres);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        ledger = database.ledger(clock());
    }

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_service_hears_at_once_of_what_another_one_appended() throws InterruptedException {
        var heard = new Semaphore(0);
        try (var other = database.ledger(clock())) {
            ledger.onAppend(heard::release);
            var county = Facts.county();
            Awaitility.await().untilAsserted(() -> {
                heard.drainPermits();
                other.append(List.of(
                        Facts.event(county, county, other.lastSequence(county).orElse(-1) + 1, "县")));
                assertThat(heard.tryAcquire(200, TimeUnit.MILLISECONDS)).isTrue();
            });
        }
    }

    /** As when only one of the two tables was restored from a backup. */
    @ParameterizedTest
    @ValueSource(strings = {"sequence = 2", "event_id = gen_random_uuid()"})
    void a_snapshot_of_an_event_that_the_log_does_not_hold_is_not_given(String otherHistory) {
        var county = Facts.county();
        ledger.append(List.of(Facts.event(county, county, 0, "一"), Facts.event(county, county, 1, "二")));
        ledger.keep(new StreamSnapshot(county, 1, "code", new byte[] {7}));
        assertThat(ledger.readTail(county, "code").snapshot()).isPresent();
        assertThat(ledger.readTail(county, "code").records()).isEmpty();
        database.jdbc()
                .sql("UPDATE stream_snapshot SET %s WHERE subject = :county".formatted(otherHistory))
                .param("county", county)
                .update();
        assertThat(ledger.readTail(county, "code").snapshot()).isEmpty();
        assertThat(ledger.readTail(county, "code").records()).hasSize(2);
    }
}
