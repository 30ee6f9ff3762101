package gongkai.proof;

import java.util.ArrayList;
import java.util.List;

/** The tree over given leaves, as RFC 6962, section 2.1, defines it, and the proofs that it makes. */
public record MerkleTree(List<Hash> leaves) {

    public MerkleTree {
        leaves = List.copyOf(leaves);
    }

    public Hash root() {
        return rootOf(leaves);
    }

    private static Hash rootOf(List<Hash> leaves) {
        var range = CompactRange.EMPTY;
        for (var leaf : leaves) {
            range = range.plus(leaf);
        }
        return range.root();
    }

    /**
     * That the leaf is in the tree of the first {@code size} leaves.
     *
     * @throws IllegalArgumentException when it is not
     */
    public List<Hash> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size || size > leaves.size()) {
            throw new IllegalArgumentException("There is no leaf %d in a tree of %d".formatted(leaf, size));
        }
        return path((int) leaf, leaves.subList(0, (int) size));
    }

    private static List<Hash> path(int leaf, List<Hash> tree) {
        if (tree.size() == 1) {
            return List.of();
        }
        int split = splitOf(tree.size());
        return leaf < split
                ? plus(path(leaf, tree.subList(0, split)), rootOf(tree.subList(split, tree.size())))
                : plus(path(leaf - split, tree.subList(split, tree.size())), rootOf(tree.subList(0, split)));
    }

    /**
     * That the tree of {@code to} leaves only adds to the tree of {@code from}.
     *
     * @throws IllegalArgumentException unless 0 &lt; from ≤ to ≤ the number of leaves
     */
    public List<Hash> consistency(long from, long to) {
        if (from <= 0 || from > to || to > leaves.size()) {
            throw new IllegalArgumentException("A tree of %d does not grow to one of %d".formatted(from, to));
        }
        return subproof((int) from, leaves.subList(0, (int) to), true);
    }

    private static List<Hash> subproof(int from, List<Hash> tree, boolean whole) {
        if (from == tree.size()) {
            return whole ? List.of() : List.of(rootOf(tree));
        }
        int split = splitOf(tree.size());
        var left = tree.subList(0, split);
        var right = tree.subList(split, tree.size());
        return from <= split
                ? plus(subproof(from, left, whole), rootOf(right))
                : plus(subproof(from - split, right, false), rootOf(left));
    }

    /** The largest power of two below the size. */
    private static int splitOf(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static List<Hash> plus(List<Hash> path, Hash next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
