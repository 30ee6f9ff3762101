package gongkai.command.witness;

import gongkai.command.checkpoint.Checkpoints;
import gongkai.command.checkpoint.RolledBackException;
import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.witness.Reply.Contradicted;
import gongkai.command.witness.Reply.Cosigned;
import gongkai.command.witness.Reply.ElsewhereAlready;
import gongkai.command.witness.Reply.Unusable;
import gongkai.command.witness.WitnessStanding.State;
import gongkai.proof.AddCheckpoint;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness, and how far it follows each ledger. It is asked once a round and ledger; the next round is the retry. */
final class WitnessLink {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessLink.class);

    private final WitnessAddress witness;
    private final LedgerReader ledger;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final WitnessClient client = new WitnessClient();
    private final Map<String, WitnessStanding> standings = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    WitnessLink(WitnessAddress witness, LedgerReader ledger, Checkpoints checkpoints, Cosignatures cosignatures) {
        this.witness = witness;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    String name() {
        return witness.name();
    }

    /** Of each ledger that it was asked about. */
    Map<String, WitnessStanding> standings() {
        return new TreeMap<>(standings);
    }

    /** On a thread of its own, so that a slow witness delays nobody; nothing if the round before is not over. */
    void beginRound() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("witness " + name()).start(this::round);
        }
    }

    private void round() {
        try {
            for (var it : ledger.sizes().entrySet()) {
                var standing = standing(it.getKey());
                if (standing.needsAsking(it.getValue())) {
                    tell(it.getKey(), it.getValue(), standing, asked(it.getKey(), standing));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The witness {} was not asked in this round: {}", name(), e.toString());
        } finally {
            busy.set(false);
        }
    }

    /** After a start it is asked once more: what was kept here may have been exchanged for another ledger. */
    private WitnessStanding standing(String code) {
        return standings.computeIfAbsent(
                code,
                it -> WitnessStanding.unheard(
                        cosignatures.newest(it, witness.key().verifierKey())));
    }

    private WitnessStanding asked(String code, WitnessStanding before) throws InterruptedException {
        try {
            var note = checkpoints.sign(code).note();
            var now = Checkpoint.parseNote(note).orElseThrow();
            return now.size() < before.cosigned()
                    ? before.contradicts(
                            "the ledger has only %d (root %s): an old backup was restored, or records were cut; see OPERATIONS, “A ledger is not signed any more”"
                                    .formatted(now.size(), now.root()))
                    : asked(code, before, note, now);
        } catch (RolledBackException | DamagedTreeException e) {
            return before.unusable("it was not asked, since the ledger is not signed: " + e.getMessage());
        }
    }

    private WitnessStanding asked(String code, WitnessStanding before, String note, Checkpoint now)
            throws InterruptedException {
        long old = before.cosigned();
        var path = old == 0 || old == now.size()
                ? List.<Hash>of()
                : ledger.tree(code, now.size()).consistency(old);
        return switch (client.ask(witness, new AddCheckpoint(old, path, note))) {
            case Cosigned it -> {
                cosignatures.keep(code, now.size(), witness.key().verifierKey(), it.cosignature());
                yield WitnessStanding.at(now.size());
            }
            // Another service on this ledger asked it, or its answer was lost: from there in the next round.
            case ElsewhereAlready(var size) -> WitnessStanding.unheard(size);
            case Contradicted _ ->
                before.contradicts(
                        "the %d leaves here (root %s) do not begin with them: history was rewritten, and the witness holds the proof; see OPERATIONS, “A ledger is not signed any more”"
                                .formatted(now.size(), now.root()));
            case Unusable(var what) -> before.unusable(what);
        };
    }

    /** Once for as long as it is the same. */
    private void tell(String code, long size, WitnessStanding before, WitnessStanding after) {
        standings.put(code, after);
        if (!after.what().isEmpty() && !after.what().equals(before.what())) {
            var sentence = "The witness %s of ledger %s %s".formatted(name(), code, after.told(size));
            if (after.state() == State.CONTRADICTS) {
                LOG.error(sentence);
            } else {
                LOG.warn(sentence);
            }
        }
    }
}
