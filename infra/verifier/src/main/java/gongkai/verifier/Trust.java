package gongkai.verifier;

import gongkai.bundle.Paths;
import gongkai.bundle.RefusedException;
import gongkai.proof.Checkpoint;
import gongkai.proof.Cosignature;
import gongkai.proof.CosignatureVerifier;
import gongkai.proof.NoteVerifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the inspector brings along.
 *
 * @param keys verifier keys that the inspector trusts, {@code name+id+key}
 * @param earlier a signed checkpoint of the same ledger that was kept before
 * @param witnesses verifier keys of witnesses, each of which must have cosigned the tree
 */
public record Trust(List<String> keys, Optional<String> earlier, List<String> witnesses) {

    static final String EARLIER = "last-checkpoint";

    public Trust {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
    }

    /** Without a witness. */
    public Trust(List<String> keys, Optional<String> earlier) {
        this(keys, earlier, List.of());
    }

    /**
     * Those of the trusted keys that signed the tree.
     *
     * @throws RefusedException when there are trusted keys, and none of them did
     */
    List<String> signersOf(SignedTree tree) {
        var signers = keys.stream().filter(it -> signed(it, tree.note())).toList();
        if (signers.isEmpty() && !keys.isEmpty()) {
            throw new RefusedException(
                    Paths.CHECKPOINT,
                    "none of the keys that you trust signed it, but " + String.join(", ", tree.keys()));
        }
        return signers;
    }

    /**
     * What each of the named witnesses saw.
     *
     * @throws RefusedException when one of them did not cosign the tree
     */
    List<Cosignature> cosignaturesOf(SignedTree tree) {
        return witnesses.stream()
                .distinct()
                .map(key -> CosignatureVerifier.of(key)
                        .flatMap(it -> it.verify(tree.note()))
                        .orElseThrow(() -> uncosigned(key, tree.checkpoint())))
                .toList();
    }

    private static RefusedException uncosigned(String key, Checkpoint tree) {
        return new RefusedException(
                Paths.CHECKPOINT,
                "the witness %s did not cosign the tree of %d leaves with root %s; not every tree is cosigned: ask for the bundle with size= of a checkpoint that it did cosign (/api/ledgers/%s/checkpoint), and if there is none, ask the witness why"
                        .formatted(
                                key,
                                tree.size(),
                                tree.root(),
                                tree.origin().substring(tree.origin().lastIndexOf('/') + 1)));
    }

    private static boolean signed(String key, String note) {
        return NoteVerifier.of(key).flatMap(it -> it.verify(note)).isPresent();
    }

    /**
     * The earlier checkpoint, with which the tree begins.
     *
     * @throws RefusedException when it does not: it is shorter, or was rewritten
     */
    Optional<Checkpoint> checkGrowth(SignedTree tree) {
        var before = earlier.map(note -> parse(note, tree));
        before.ifPresent(it -> checkGrowth(it, tree));
        return before;
    }

    private Checkpoint parse(String note, SignedTree tree) {
        var checkpoint = Checkpoint.parseNote(note).orElseThrow(() -> refused("it is no signed checkpoint"));
        if (!checkpoint.origin().equals(tree.checkpoint().origin())) {
            throw refused("it is of «%s», not of «%s»"
                    .formatted(checkpoint.origin(), tree.checkpoint().origin()));
        }
        if (Stream.concat(keys.stream(), tree.keys().stream()).noneMatch(it -> signed(it, note))) {
            throw refused("no key that is known here signed it; if the ledger's key was changed, name the old one too"
                    + " (--trust)");
        }
        return checkpoint;
    }

    private static void checkGrowth(Checkpoint before, SignedTree tree) {
        var now = tree.checkpoint();
        if (now.size() < before.size()) {
            throw refused(
                    "the bundle's tree has %d leaves (root %s), your earlier one %d (root %s): either the ledger was cut, or the bundle speaks of a time before; ask for it with size=%d"
                            .formatted(now.size(), now.root(), before.size(), before.root(), before.size()));
        }
        var root = tree.rootOfFirst(before.size());
        if (!root.equals(before.root())) {
            throw refused((now.size() == before.size()
                                    ? "two different trees of %d leaves were signed, with root %s in the bundle and %s in your checkpoint: the ledger shows different people different histories"
                                    : "the bundle's tree does not begin with your earlier one: its first %d leaves have root %s, yours %s: history was rewritten")
                            .formatted(before.size(), root, before.root())
                    + "; keep both, they are the proof");
        }
    }

    private static RefusedException refused(String what) {
        return new RefusedException(EARLIER, what);
    }
}
