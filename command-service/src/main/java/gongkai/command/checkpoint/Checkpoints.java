package gongkai.command.checkpoint;

import gongkai.command.ledger.LedgerReader;
import gongkai.proof.Checkpoint;
import gongkai.proof.NoteSigner;
import gongkai.proof.Verifier;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs a ledger's tree as it is, and has the newest signed one remembered outside the database: a database that was put
 * back from an old backup, or exchanged for another, is not signed again.
 */
@Component
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final String CURE =
            "Nothing is signed until a person has looked: OPERATIONS, “A ledger is not signed any more”.";

    private final LedgerReader ledger;
    private final SigningKeys keys;
    private final List<CheckpointMemory> memories;

    Checkpoints(LedgerReader ledger, SigningKeys keys, List<CheckpointMemory> memories) {
        this.ledger = ledger;
        this.keys = keys;
        this.memories = List.copyOf(memories);
    }

    /** What verifiers of the ledger's checkpoints need, in the C2SP form {@code name+id+key}; that of the newest key first. */
    public List<String> verifierKeys(String code) {
        return keys.verifierKeys(originOf(code));
    }

    /**
     * A signed checkpoint.
     *
     * @param note as text
     * @param remembered whether every memory has it; one may be out of reach for a while
     */
    public record Signed(String note, boolean remembered) {}

    /**
     * The ledger's tree now, as a signed note.
     *
     * @throws RolledBackException when it does not begin with a tree that was signed before
     */
    public synchronized Signed sign(String code) {
        var tree = ledger.tree(code);
        var checkpoint = new Checkpoint(originOf(code), tree.size(), tree.root());
        var newest = memories.stream().map(it -> it.newest(code)).toList();
        for (int i = 0; i < memories.size(); i++) {
            var place = memories.get(i).place(code);
            newest.get(i).ifPresent(before -> requireGrowth(code, before, checkpoint, place));
        }
        var note = NoteSigner.sign(checkpoint.body(), keys.signers(checkpoint.origin()));
        boolean remembered = true;
        for (int i = 0; i < memories.size(); i++) {
            remembered &= newest.get(i).equals(Optional.of(checkpoint)) || remember(memories.get(i), code, note);
        }
        return new Signed(note, remembered);
    }

    /**
     * A tree that the ledger had before, as a signed note: for evidence of what was known then. The same size is signed
     * with the same bytes for as long as the keys are the same; nothing is remembered, since the present tree is.
     *
     * @param size of a tree not larger than the present one, at least 1
     * @throws RolledBackException when the present tree does not begin with it, or is none that may be signed
     */
    public String signEarlier(String code, long size) {
        var present = sign(code).note();
        var now = Checkpoint.parseNote(present).orElseThrow();
        if (now.size() == size) {
            return present;
        }
        var root = ledger.tree(code, size).root();
        var growth = ledger.tree(code, now.size()).consistency(size);
        if (!Verifier.isConsistent(size, now.size(), root, now.root(), growth)) {
            throw new RolledBackException(
                    "The tree of the ledger %s does not begin with what is kept of its first %d leaves; audit it."
                            .formatted(code, size));
        }
        var earlier = new Checkpoint(originOf(code), size, root);
        return NoteSigner.sign(earlier.body(), keys.signers(earlier.origin()));
    }

    private static boolean remember(CheckpointMemory memory, String code, String note) {
        try {
            memory.remember(code, note);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("A checkpoint of {} could not be remembered for now: {}", code, e.toString());
            return false;
        }
    }

    private void requireGrowth(String code, Checkpoint before, Checkpoint now, String place) {
        if (now.size() < before.size()) {
            throw new RolledBackException(
                    "The ledger %s has %d leaves with root %s, but %d with root %s were signed before, as %s remembers: an old backup was restored, or records were cut. %s"
                            .formatted(code, now.size(), now.root(), before.size(), before.root(), place, CURE));
        }
        var root = before.size() == 0
                ? before.root()
                : ledger.tree(code, before.size()).root();
        if (!before.root().equals(root)) {
            throw new RolledBackException(
                    "The first %d leaves of the ledger %s have root %s, but those with root %s were signed before, as %s remembers: its records were rewritten. %s"
                            .formatted(before.size(), code, root, before.root(), place, CURE));
        }
    }

    private static String originOf(String code) {
        return "gongkai/" + code;
    }
}
