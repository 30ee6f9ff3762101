package gongkai.query.agreement;

import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import java.time.Instant;
import java.util.Optional;

/**
 * A note from the topic that states a checkpoint of its ledger; who signed it is another question.
 *
 * @param publishedAt by the clock of whoever published it
 */
record SignedCheckpoint(String ledger, Checkpoint stated, String note, Instant publishedAt) {

    static Optional<SignedCheckpoint> read(String ledger, String note, Instant publishedAt) {
        return Checkpoint.parseNote(note)
                .filter(it -> it.origin().equals("gongkai/" + ledger))
                .map(it -> new SignedCheckpoint(ledger, it, note, publishedAt));
    }

    long size() {
        return stated.size();
    }

    Hash root() {
        return stated.root();
    }
}
