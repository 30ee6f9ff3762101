package gongkai.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionDecider;
import gongkai.command.domain.jurisdiction.JurisdictionState;
import gongkai.command.ledger.postgres.LedgerDatabase;
import gongkai.command.ledger.postgres.PostgresLedger;
import gongkai.event.JurisdictionEvent;
import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams of several hundred events on a real database. */
@ExtendWith(SharedServers.class)
class LongStreamTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");

    private static LedgerDatabase database;
    private static PostgresLedger ledger;

    @BeforeAll
    static void start(TestPostgres postgres) {
        database = LedgerDatabase.start(postgres);
        ledger = database.ledger(InstantSource.system());
    }

    @AfterAll
    static void stop() {
        ledger.close();
        database.close();
    }

    private static RegisterJurisdiction register(String county, String name) {
        return new RegisterJurisdiction(county, name, List.of(), NOW);
    }

    private static JurisdictionState fold(List<EventRecord> records) {
        var decider = new JurisdictionDecider();
        var state = decider.initial();
        for (var record : records) {
            state = decider.evolve(state, (JurisdictionEvent) record.event());
        }
        return state;
    }

    /** The ledger's snapshot is what its stream's events up to there come to; nothing when there is none yet. */
    private static long checkedSnapshot(String county) {
        return new Snapshots(ledger)
                .resume(county)
                .snapshot()
                .map(it -> {
                    var until = ledger.readStream(county, 0).subList(0, (int) it.sequence() + 1);
                    assertThat(it.state()).isEqualTo(fold(until));
                    return it.sequence();
                })
                .orElse(-1L);
    }

    @Test
    void is_loaded_from_its_snapshot_on() {
        var county = "610901";
        var service = Dispatcher.on(ledger, 0);
        for (int i = 0; i < 350; i++) {
            service.dispatch("registrar", register(county, "县" + i));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(checkedSnapshot(county)).isGreaterThanOrEqualTo(299));
        // From here on whoever reads this event fails.
        database.jdbc()
                .sql("UPDATE ledger_event SET record = '' WHERE subject = :county AND sequence = 299")
                .param("county", county)
                .update();
        var later = Dispatcher.on(ledger, 0);
        assertThat(later.dispatch("registrar", register(county, "县349")).last()).isEmpty();
        assertThat(later.dispatch("registrar", register(county, "县")).last())
                .hasValueSatisfying(it -> assertThat(it.sequence()).isEqualTo(350));
        assertThat(new Streams(ledger).jurisdiction(county).name()).isEqualTo("县");
        database.jdbc().sql("DELETE FROM stream_snapshot").update();
        assertThatThrownBy(() -> later.dispatch("registrar", register(county, "县349")))
                .hasStackTraceContaining(MalformedRecordException.class.getSimpleName());
    }

    @Test
    void of_two_services_that_conflict_and_snapshot_all_the_time_is_never_seen_otherwise() throws Exception {
        var county = "610902";
        var services = List.of(Dispatcher.on(ledger, 100, 3), Dispatcher.on(ledger, 0, 2));
        services.getFirst().dispatch("registrar", register(county, "县"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var renamings = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 60; i++) {
                var name = "县" + i;
                var service = services.get(i % 2);
                renamings.add(() -> {
                    service.dispatch("registrar", register(county, name));
                    return checkedSnapshot(county);
                });
            }
            for (var it : callers.invokeAll(renamings)) {
                assertThat(it.get()).isLessThanOrEqualTo(60);
            }
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(checkedSnapshot(county)).isPositive());
        assertThat(ledger.readStream(county, 0)).hasSize(61);
        assertThat(new Streams(ledger).jurisdiction(county))
                .isEqualTo(((JurisdictionState.Registered) fold(ledger.readStream(county, 0))).facts());
    }
}
