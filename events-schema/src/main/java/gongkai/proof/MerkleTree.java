package gongkai.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the first {@code size} leaves, as RFC 6962, section 2.1, defines it, and the proofs that it makes.
 *
 * @param nodes its complete subtrees
 */
public record MerkleTree(long size, Nodes nodes) {

    /** The roots of complete subtrees: of two to the power of {@code height} leaves, the index-th from the left. */
    @FunctionalInterface
    public interface Nodes {
        Hash node(int height, long index);
    }

    /** A tree over leaves that are all at hand; each complete subtree is hashed once, however many proofs follow. */
    public static MerkleTree of(List<Hash> leaves) {
        List<List<Hash>> levels = new ArrayList<>();
        levels.add(leaves);
        while (levels.getLast().size() > 1) {
            levels.add(parentsOf(levels.getLast()));
        }
        return new MerkleTree(
                leaves.size(), (height, index) -> levels.get(height).get((int) index));
    }

    private static List<Hash> parentsOf(List<Hash> children) {
        List<Hash> parents = new ArrayList<>(children.size() / 2);
        for (int i = 0; i + 1 < children.size(); i += 2) {
            parents.add(Hash.ofNode(children.get(i), children.get(i + 1)));
        }
        return parents;
    }

    public Hash root() {
        return size == 0 ? Hash.EMPTY : rootOf(0, size);
    }

    /** Of the leaves from the first up to but not with the second. */
    private Hash rootOf(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return nodes.node(height, from >> height);
        }
        long split = from + splitOf(width);
        return Hash.ofNode(rootOf(from, split), rootOf(split, to));
    }

    /**
     * That the leaf is in the tree.
     *
     * @throws IllegalArgumentException when it is not
     */
    public List<Hash> inclusion(long leaf) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("There is no leaf %d in a tree of %d".formatted(leaf, size));
        }
        return path(leaf, 0, size);
    }

    private List<Hash> path(long leaf, long from, long to) {
        if (to - from == 1) {
            return List.of();
        }
        long split = from + splitOf(to - from);
        return leaf < split
                ? plus(path(leaf, from, split), rootOf(split, to))
                : plus(path(leaf, split, to), rootOf(from, split));
    }

    /**
     * That the tree only adds to that of its first {@code before} leaves.
     *
     * @throws IllegalArgumentException unless 0 &lt; before ≤ size
     */
    public List<Hash> consistency(long before) {
        if (before <= 0 || before > size) {
            throw new IllegalArgumentException("A tree of %d does not grow to one of %d".formatted(before, size));
        }
        return subproof(before, 0, size, true);
    }

    private List<Hash> subproof(long before, long from, long to, boolean whole) {
        if (before == to) {
            return whole ? List.of() : List.of(rootOf(from, to));
        }
        long split = from + splitOf(to - from);
        return before <= split
                ? plus(subproof(before, from, split, whole), rootOf(split, to))
                : plus(subproof(before, split, to, false), rootOf(from, split));
    }

    /** The largest power of two below the width. */
    private static long splitOf(long width) {
        return Long.highestOneBit(width - 1);
    }

    private static List<Hash> plus(List<Hash> path, Hash next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
