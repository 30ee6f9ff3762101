package gongkai.query.agreement;

import gongkai.query.record.LedgerTrees;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares a checkpoint with the records that came, and with the newest one that was agreed with. */
@Component
class Comparison {

    /** Two services that publish at the same time may do it in another order than they signed. */
    private static final Duration CROSSING = Duration.ofMinutes(1);

    private static final String CURE =
            "nothing here should be believed until that is explained: OPERATIONS, “A ledger DISAGREES”";

    private final LedgerTrees trees;

    Comparison(LedgerTrees trees) {
        this.trees = trees;
    }

    /** What is wrong with it; empty when it agrees. */
    Optional<String> contradiction(SignedCheckpoint it, Optional<SignedCheckpoint> remembered) {
        var root = trees.rootAt(it.ledger(), it.size());
        if (root.isEmpty() || !root.get().equals(it.root())) {
            return Optional.of(
                    "the ledger signed root %s over its first %d records, but those that came here have %s; %s"
                            .formatted(
                                    it.root(),
                                    it.size(),
                                    root.map(Object::toString).orElse("gaps"),
                                    CURE));
        }
        return remembered
                .filter(before -> before.size() > it.size()
                        && before.publishedAt().plus(CROSSING).isBefore(it.publishedAt()))
                .map(before ->
                        "the ledger was set back: after %d records with root %s were signed at %s, only %d with root %s were at %s; %s"
                                .formatted(
                                        before.size(),
                                        before.root(),
                                        before.publishedAt(),
                                        it.size(),
                                        it.root(),
                                        it.publishedAt(),
                                        CURE));
    }
}
