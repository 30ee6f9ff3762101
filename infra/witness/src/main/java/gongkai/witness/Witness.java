package gongkai.witness;

import gongkai.proof.AddCheckpoint;
import gongkai.proof.Checkpoint;
import gongkai.proof.Cosigner;
import gongkai.proof.Hash;
import gongkai.proof.NoteVerifier;
import gongkai.proof.SignedNote;
import gongkai.proof.Verifier;
import gongkai.witness.Answer.Conflict;
import gongkai.witness.Answer.Cosigned;
import gongkai.witness.Answer.Reason;
import gongkai.witness.Answer.Refused;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides what is cosigned: of each origin one tree after another, each beginning with the one before. */
public final class Witness {

    private final Map<String, List<NoteVerifier>> keys;
    private final CosignedCheckpoints cosigned;
    private final Cosigner cosigner;
    private final Clock clock;

    /** @param keys of the ledgers whose checkpoints are cosigned; several of one name are one ledger's */
    public Witness(List<NoteVerifier> keys, CosignedCheckpoints cosigned, Cosigner cosigner, Clock clock) {
        this.keys = keys.stream().collect(Collectors.groupingBy(NoteVerifier::name));
        this.cosigned = cosigned;
        this.cosigner = cosigner;
        this.clock = clock;
    }

    /**
     * One request at a time: between the look at what was cosigned last and the next one nothing may come.
     *
     * @throws IOException when the new tree cannot be kept; then nothing is cosigned
     */
    public synchronized Answer answer(String request) throws IOException {
        var asked = AddCheckpoint.parse(request);
        if (asked.isEmpty()) {
            return new Refused(
                    Reason.MALFORMED, "An old size, at most 63 hashes, an empty line and a checkpoint were expected.");
        }
        var stated = Checkpoint.parseNote(asked.get().checkpoint());
        return stated.isEmpty()
                ? new Refused(Reason.MALFORMED, "What follows the empty line is no signed checkpoint.")
                : answer(asked.get(), stated.get());
    }

    private Answer answer(AddCheckpoint asked, Checkpoint stated) throws IOException {
        var known = keys.get(stated.origin());
        if (known == null) {
            return new Refused(
                    Reason.ORIGIN_UNKNOWN, "«%s» is no ledger that is witnessed here.".formatted(stated.origin()));
        }
        if (known.stream().allMatch(it -> it.verify(asked.checkpoint()).isEmpty())) {
            return new Refused(
                    Reason.SIGNATURE_UNKNOWN,
                    "No key that is known here signed it for «%s».".formatted(stated.origin()));
        }
        if (asked.oldSize() > stated.size()) {
            return new Refused(
                    Reason.MALFORMED,
                    "A tree of %d leaves cannot have grown from one of %d.".formatted(stated.size(), asked.oldSize()));
        }
        var last = cosigned.newest(stated.origin()).orElse(new Checkpoint(stated.origin(), 0, Hash.EMPTY));
        if (asked.oldSize() != last.size()) {
            return new Conflict(last.size());
        }
        return isGrowth(last, stated, asked.path()) ? cosign(asked, stated) : refuse(asked, stated, last);
    }

    private static boolean isGrowth(Checkpoint last, Checkpoint stated, List<Hash> path) {
        return last.size() == 0
                ? path.isEmpty() && (stated.size() > 0 || stated.root().equals(Hash.EMPTY))
                : Verifier.isConsistent(last.size(), stated.size(), last.root(), stated.root(), path);
    }

    private Answer cosign(AddCheckpoint asked, Checkpoint stated) throws IOException {
        cosigned.keep(stated.origin(), asked.checkpoint());
        var text = SignedNote.parse(asked.checkpoint()).orElseThrow().text();
        return new Cosigned(cosigner.cosign(text, clock.instant()).line());
    }

    /** What the ledger signed and must not have signed is kept, since it is a proof against the ledger. */
    private Answer refuse(AddCheckpoint asked, Checkpoint stated, Checkpoint last) throws IOException {
        cosigned.keepRefused(stated.origin(), asked.checkpoint());
        return stated.size() == last.size() && !stated.root().equals(last.root())
                ? new Conflict(last.size())
                : new Refused(
                        Reason.PROOF_INVALID,
                        "Nothing proves that the tree of %d leaves with root %s begins with that of %d with root %s."
                                .formatted(stated.size(), stated.root(), last.size(), last.root()));
    }
}
