package gongkai.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to append to it and to name its root: the roots of its complete subtrees, largest first,
 * one for each bit that is set in the size.
 */
public record CompactRange(long size, List<Hash> subtrees) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    /** @throws IllegalArgumentException when the subtrees are not as many as the size has bits */
    public CompactRange {
        subtrees = List.copyOf(subtrees);
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException("%d subtrees cannot make a tree of %d".formatted(subtrees.size(), size));
        }
    }

    public CompactRange plus(Hash leaf) {
        return plus(leaf, (_, _, _) -> {});
    }

    /** Shows each complete subtree that the leaf completes, the leaf itself first. */
    public CompactRange plus(Hash leaf, Visitor visitor) {
        var roots = new ArrayList<>(subtrees);
        var last = leaf;
        int height = 0;
        visitor.visit(height, size, last);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            last = Hash.ofNode(roots.removeLast(), last);
            height++;
            visitor.visit(height, size >> height, last);
        }
        roots.add(last);
        return new CompactRange(size + 1, roots);
    }

    /** Sees the roots of complete subtrees: of two to the power of {@code height} leaves, the index-th from the left. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int height, long index, Hash root);
    }

    public Hash root() {
        return subtrees.reversed().stream()
                .reduce((right, left) -> Hash.ofNode(left, right))
                .orElse(Hash.EMPTY);
    }
}
