package gongkai.bundle;

import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import java.util.List;
import java.util.SortedMap;

/**
 * All that a bundle is made from; the rest of it follows.
 *
 * @param checkpoint the signed note over the tree of all the leaves
 * @param keys the verifier keys of those who signed it, the ledger's and its witnesses'
 * @param leaves the hash of each leaf
 * @param records by their leaves
 * @param documents by the paths that they have in the bundle
 */
public record Material(
        Question question,
        String checkpoint,
        List<String> keys,
        List<Hash> leaves,
        SortedMap<Long, byte[]> records,
        SortedMap<String, byte[]> documents) {

    public Material {
        keys = List.copyOf(keys);
        leaves = List.copyOf(leaves);
    }

    MerkleTree tree() {
        return MerkleTree.of(leaves);
    }
}
