package gongkai.verifier;

import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.RefusedException;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.SignedNote;
import gongkai.proof.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The ledger's tree as it was signed, over the leaves that the bundle lists.
 *
 * @param note the signed note
 * @param keys of all who signed it, the ledger's and its witnesses'
 */
record SignedTree(String note, List<String> keys, Checkpoint checkpoint, List<Hash> leaves) {

    /** @throws RefusedException when a signature is missing or false, or the leaves have another root */
    static SignedTree of(Contents contents, Question question) {
        var note = contents.text(Paths.CHECKPOINT);
        var keys = contents.text(Paths.KEYS).lines().toList();
        checkSignatures(note, keys);
        var checkpoint = Checkpoint.parseNote(note)
                .orElseThrow(() -> new RefusedException(Paths.CHECKPOINT, "it is no checkpoint"));
        if (!checkpoint.origin().equals(question.origin())) {
            throw new RefusedException(
                    Paths.CHECKPOINT,
                    "it is of «%s», the question is about «%s»".formatted(checkpoint.origin(), question.origin()));
        }
        if (checkpoint.size() != question.size()) {
            throw new RefusedException(
                    Paths.CHECKPOINT,
                    "it is of %d leaves, the question of %d".formatted(checkpoint.size(), question.size()));
        }
        var leaves = leaves(contents, checkpoint.size());
        if (!MerkleTree.of(leaves).root().equals(checkpoint.root())) {
            throw new RefusedException("tile/0", "the leaves do not have the root that was signed");
        }
        return new SignedTree(note, keys, checkpoint, leaves);
    }

    /** A signature that nobody can check would be text without meaning. */
    private static void checkSignatures(String note, List<String> keys) {
        long lines = SignedNote.parse(note).map(it -> it.lines().count()).orElse(0L);
        if (keys.isEmpty() || lines != keys.size() || Set.copyOf(keys).size() != keys.size()) {
            throw new RefusedException(
                    Paths.CHECKPOINT, "it does not have one signature for each of the keys beside it");
        }
        for (var key : keys) {
            if (!SignedNote.isSigned(note, key)) {
                throw new RefusedException(Paths.CHECKPOINT, "it was not signed by the key %s".formatted(key));
            }
        }
    }

    private static List<Hash> leaves(Contents contents, long size) {
        List<Hash> leaves = new ArrayList<>();
        while (leaves.size() < size) {
            int width = (int) Math.min(Tile.FULL, size - leaves.size());
            var path = Paths.tile(new Tile(0, leaves.size() / Tile.FULL, width));
            var tile = contents.file(path);
            if (tile.length != width * Hash.SIZE) {
                throw new RefusedException(path, "it does not hold %d hashes".formatted(width));
            }
            for (int i = 0; i < width; i++) {
                leaves.add(new Hash(Arrays.copyOfRange(tile, i * Hash.SIZE, (i + 1) * Hash.SIZE)));
            }
        }
        return leaves;
    }

    Hash rootOfFirst(long size) {
        return MerkleTree.of(leaves.subList(0, (int) size)).root();
    }
}
