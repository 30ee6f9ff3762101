package gongkai.proof;

import java.util.List;

/** Checks proofs without the tree (RFC 9162, sections 2.1.3.2 and 2.1.4.2). Whatever is odd is not valid; nothing throws. */
public final class Verifier {

    private Verifier() {}

    /** Whether the path leads from the leaf to the root of the tree of that size; never in a tree without leaves. */
    public static boolean includes(Hash leafHash, long leaf, long size, List<Hash> path, Hash root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long node = leaf;
        long last = size - 1;
        var hash = leafHash;
        for (var next : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(next, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree with the second root only adds to the one with the first; never from a tree without leaves. */
    public static boolean isConsistent(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> path) {
        if (from <= 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        boolean fromIsSubtree = Long.bitCount(from) == 1;
        if (path.isEmpty() && !fromIsSubtree) {
            return false;
        }
        var rest = fromIsSubtree ? path : path.subList(1, path.size());
        return climb(from, to, fromRoot, toRoot, fromIsSubtree ? fromRoot : path.getFirst(), rest);
    }

    private static boolean climb(long from, long to, Hash fromRoot, Hash toRoot, Hash start, List<Hash> path) {
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var first = start;
        var second = start;
        for (var next : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.ofNode(next, first);
                second = Hash.ofNode(next, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.ofNode(second, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(fromRoot) && second.equals(toRoot);
    }
}
