package gongkai.query.dashboard;

import gongkai.query.agreement.Agreement;
import gongkai.query.agreement.Agreements;
import gongkai.record.EventRecord;
import java.util.List;

/**
 * Where the newest event of an obligation stands in its ledger, and what commits to it.
 *
 * @param leaf index in the ledger's Merkle tree, from 0
 * @param position place in the one order of the log
 * @param agreement how the ledger's records here compare with its signed checkpoints
 */
public record Proof(long leaf, long position, Agreement agreement) {

    /** @param trail not empty */
    static Proof of(List<EventRecord> trail, Agreements agreements) {
        var newest = trail.getLast();
        var ledger = newest.ledger();
        return new Proof(
                newest.leaf(), newest.position(), agreements.all().getOrDefault(ledger, Agreement.unchecked(ledger)));
    }

    /** Whether a signed checkpoint that agrees with the records here commits to all of the trail. */
    public boolean covered() {
        return agreement.state() != Agreement.State.DISAGREES
                && agreement.size().filter(it -> it > leaf).isPresent();
    }
}
