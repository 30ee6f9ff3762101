package gongkai.command.checkpoint;

import gongkai.proof.Checkpoint;
import java.util.Optional;

/** A place outside the ledger's database that keeps the newest signed checkpoint of each ledger. */
public interface CheckpointMemory {

    /**
     * The newest one that can be found there. Whose signature it bears does not matter: whatever is kept there and
     * contradicts the ledger is a reason to look before signing.
     */
    Optional<Checkpoint> newest(String code);

    /** Where a person finds it. */
    String place(String code);

    /** @throws RuntimeException when it cannot be kept there for now */
    void remember(String code, String note);
}
