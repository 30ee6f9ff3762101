package gongkai.command.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.dispatch.Snapshots.Snapshot;
import gongkai.command.domain.Command;
import gongkai.command.domain.Rejected;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionState.Registered;
import gongkai.command.domain.obligation.ObligationCommand.AcknowledgeObligation;
import gongkai.command.ledger.StreamSnapshot;
import gongkai.command.ledger.memory.MemoryLedger;
import gongkai.status.JurisdictionFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is believed only where it is the fold of events; what else lies in its place changes no decision. */
class SnapshotsTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger(InstantSource.system());

    @AfterEach
    void close() {
        ledger.close();
    }

    private static RegisterJurisdiction register(String name) {
        return new RegisterJurisdiction("610926", name, List.of(), NOW);
    }

    /** Of a county that is called 平利县 and that the snapshot calls 安康县. */
    private Snapshot lie() {
        Dispatcher.on(ledger, 0).dispatch("registrar", register("安平县"));
        Dispatcher.on(ledger, 0).dispatch("registrar", register("平利县"));
        var facts = new Streams(ledger).jurisdiction("610926");
        return new Snapshot(
                1,
                new Registered(new JurisdictionFacts(
                        "610926", "安康县", facts.register(), facts.calendar(), List.of(), Map.of(), Set.of())));
    }

    /** As a command sees it, which would rename it, and as a question does. */
    private void assertItsName(String name) {
        assertThat(new Streams(ledger).jurisdiction("610926").name()).isEqualTo(name);
        assertThat(Dispatcher.on(ledger, 0)
                        .dispatch("registrar", register(name))
                        .last())
                .isEmpty();
    }

    @Test
    void what_this_code_has_folded_is_believed() {
        new Snapshots(ledger).keep("610926", lie());
        assertItsName("安康县");
    }

    @Test
    void what_other_code_has_folded_is_ignored() {
        new Snapshots(ledger, "other code").keep("610926", lie());
        assertItsName("平利县");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"@class\":\"gongkai.command.domain.jurisdiction.JurisdictionState$Registered\"}"})
    void bytes_that_are_no_state_are_ignored(String bytes) {
        var at = lie().sequence();
        ledger.keep(new StreamSnapshot("610926", at, FoldFingerprint.OF_THIS_CODE, bytes.getBytes(UTF_8)));
        assertThat(ledger.readTail("610926", FoldFingerprint.OF_THIS_CODE).records())
                .isEmpty();
        assertItsName("平利县");
    }

    /** It reads the county's stream as one of its own kind and finds nothing in it that it knows. */
    @Test
    void a_command_sent_to_a_stream_of_another_kind_leaves_no_snapshot_of_nothing_there() {
        for (int i = 0; i < 20; i++) {
            Dispatcher.on(ledger, 100, 1_000).dispatch("registrar", register("平利县" + i));
        }
        var astray = new AcknowledgeObligation("610926", Optional.empty(), NOW);
        assertThatThrownBy(() -> dispatchWithSnapshots(astray)).isInstanceOf(Rejected.class);
        assertThat(snapshot()).isEmpty();
        dispatchWithSnapshots(register("平利县"));
        assertThat(snapshot())
                .hasValueSatisfying(
                        it -> assertThat(it.sequence()).as("sequence").isEqualTo(20));
        assertThatThrownBy(() -> dispatchWithSnapshots(astray)).isInstanceOf(Rejected.class);
        assertItsName("平利县");
    }

    /** By a service of its own, which has stored its snapshots when this returns. */
    private void dispatchWithSnapshots(Command command) {
        var axon = DispatchConfiguration.axonOn(ledger, 0, 10);
        axon.start();
        try {
            new Dispatcher(axon.commandBus(), new Policies(ledger), ledger).dispatch("registrar", command);
        } finally {
            axon.shutdown();
        }
    }

    private Optional<StreamSnapshot> snapshot() {
        return ledger.readTail("610926", FoldFingerprint.OF_THIS_CODE).snapshot();
    }
}
