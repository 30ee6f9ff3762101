package gongkai.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.domain.Rejected;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ReplaceUnits;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.ledger.memory.MemoryLedger;
import gongkai.event.Assignment;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.Role;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two services on one log, each with its own memory of streams: neither decides on what the other has made untrue. */
class TwoServicesTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger(InstantSource.system());
    private final Dispatcher one = Dispatcher.on(ledger, 100);
    private final Dispatcher other = Dispatcher.on(ledger, 100);

    @AfterEach
    void close() {
        ledger.close();
    }

    private static RegisterJurisdiction register(String name) {
        return new RegisterJurisdiction("610926", name, List.of(), NOW);
    }

    private static ReplaceUnits units(String... names) {
        var entries = new ArrayList<UnitEntry>();
        for (var name : names) {
            entries.add(new UnitEntry("610926-D0" + (entries.size() + 1), name, UnitKind.DEPARTMENT, List.of()));
        }
        return new ReplaceUnits("610926", entries, Optional.empty(), NOW);
    }

    @Test
    void a_decision_on_a_remembered_state_that_is_no_longer_true_is_taken_again() {
        one.dispatch("registrar", register("平利县"));
        other.dispatch("registrar", register("安康县"));
        var receipt = one.dispatch("registrar", register("安平县"));
        assertThat(receipt.first(JurisdictionRenamed.class)).isPresent();
        assertThat(ledger.readStream("610926", 0)).hasSize(3);
    }

    @Test
    void nothing_to_do_is_answered_only_if_it_is_true_now() {
        one.dispatch("registrar", register("平利县"));
        other.dispatch("registrar", register("安康县"));
        var receipt = one.dispatch("registrar", register("平利县"));
        assertThat(receipt.first(JurisdictionRenamed.class))
                .as("the first service remembers the county under this name")
                .isPresent();
        assertThat(other.dispatch("registrar", register("平利县")).last()).isEmpty();
    }

    @Test
    void a_refusal_is_given_only_if_its_reason_is_true_now() {
        assertThatThrownBy(() -> one.dispatch("registrar", units("县教科局"))).isInstanceOf(Rejected.class);
        other.dispatch("registrar", register("平利县"));
        assertThat(one.dispatch("registrar", units("县教科局")).last()).isPresent();
    }

    /** It is taken for new at first. */
    @Test
    void an_obligation_that_is_there_already_is_not_assigned_again() {
        assertThat(one.dispatch("registrar", assign()).last()).isPresent();
        assertThat(one.dispatch("registrar", assign()).last()).isEmpty();
        assertThat(other.dispatch("registrar", assign()).last()).isEmpty();
        assertThat(ledger.readStream("610926-2019-01-T01", 0)).hasSize(1);
    }

    private static AssignObligation assign() {
        return new AssignObligation(
                "610926-2019-01-T01",
                "610926-2019-01",
                1,
                new TaskText(Optional.empty(), "公开目录", "分类", "内容", "各镇", "适时"),
                new Assignment("610926-T01", "城关镇", Role.LEAD),
                List.of(),
                Optional.empty(),
                NOW);
    }

    @Test
    void writers_on_both_services_who_want_the_same_stream_all_come_to_their_turn() throws Exception {
        one.dispatch("registrar", register("平利县"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var renamings = new ArrayList<Callable<Receipt>>();
            for (int i = 0; i < 20; i++) {
                var name = "平利县" + i;
                var service = i % 2 == 0 ? one : other;
                renamings.add(() -> service.dispatch("registrar", register(name)));
            }
            for (var it : callers.invokeAll(renamings)) {
                assertThat(it.get().last()).isPresent();
            }
        }
        assertThat(ledger.readStream("610926", 0)).hasSize(21);
    }
}
