package gongkai.query.agreement;

import gongkai.query.agreement.CheckpointStore.Disagreement;
import gongkai.query.ledger.LedgerUnavailableException;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rebuilds.Rebuilt;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes each signed checkpoint and compares it as soon as its records are here: proof that nothing was missed. */
@Component
public class Agreements {

    private static final Logger LOG = LoggerFactory.getLogger(Agreements.class);

    private final CheckpointStore store;
    private final TrustedKeys keys;
    private final Comparison comparison;
    private final Clock clock;

    Agreements(CheckpointStore store, TrustedKeys keys, Comparison comparison, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** Remembers a note that was published for a ledger; {@link #settle} compares it. */
    public void take(String ledger, String note, Instant publishedAt) {
        SignedCheckpoint.read(ledger, note, publishedAt)
                .ifPresentOrElse(
                        store::await,
                        () -> LOG.warn("What was published as a checkpoint of ledger {} is none: {}", ledger, note));
    }

    /** Compares what can be compared by now; called again and again. */
    @Scheduled(fixedDelay = 500)
    public synchronized void settle() {
        for (var it : store.reached()) {
            try {
                settle(it);
            } catch (LedgerUnavailableException e) {
                LOG.debug("A checkpoint of ledger {} waits for its keys: {}", it.ledger(), e.detail());
            }
        }
    }

    private void settle(SignedCheckpoint it) {
        if (!keys.signed(it)) {
            LOG.warn("A checkpoint of ledger {} is signed by no trusted key and does not count: {}", it.ledger(), it);
        } else {
            var contradiction = comparison.contradiction(it, store.agreed(it.ledger()));
            contradiction.ifPresentOrElse(reason -> disagree(it, reason), () -> store.agree(it));
        }
        store.settled(it);
    }

    private void disagree(SignedCheckpoint it, String reason) {
        if (store.disagree(new Disagreement(it.ledger(), it.size(), it.note(), reason, clock.instant()))) {
            LOG.error("Ledger {}: {}", it.ledger(), reason);
        }
    }

    /** Records that came anew are compared anew, also with what was agreed before. */
    @EventListener
    synchronized void compareAgain(Rebuilt rebuilt) {
        if (rebuilt.view().equals(Projection.RECORD)) {
            for (var it : store.disagreements()) {
                store.refute(it.ledger());
                SignedCheckpoint.read(it.ledger(), it.note(), it.since()).ifPresent(store::await);
            }
            store.agreed()
                    .forEach(it ->
                            comparison.contradiction(it, Optional.empty()).ifPresent(reason -> disagree(it, reason)));
            settle();
        }
    }

    /** Of every ledger that a checkpoint was ever seen of, by ledger. */
    public Map<String, Agreement> all() {
        var agreed =
                store.agreed().stream().collect(Collectors.toMap(SignedCheckpoint::ledger, SignedCheckpoint::size));
        var wrong = wrong();
        var awaited = store.awaited();
        return Stream.of(agreed, awaited, wrong)
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        it -> it, it -> Agreement.of(it, agreed.get(it), awaited.get(it), wrong.get(it))));
    }

    /** The ledgers that are not believed, with the reason. */
    Map<String, String> wrong() {
        return store.disagreements().stream().collect(Collectors.toMap(Disagreement::ledger, Disagreement::reason));
    }
}
