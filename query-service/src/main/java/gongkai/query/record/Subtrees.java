package gongkai.query.record;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The roots of a tree's complete subtrees as one column: 32 bytes each. */
final class Subtrees {

    private Subtrees() {}

    static byte[] write(CompactRange tree) {
        var all = ByteBuffer.allocate(Hash.SIZE * tree.subtrees().size());
        tree.subtrees().forEach(it -> all.put(it.bytes()));
        return all.array();
    }

    static CompactRange read(long size, byte[] subtrees) {
        return new CompactRange(
                size,
                IntStream.range(0, subtrees.length / Hash.SIZE)
                        .mapToObj(it -> new Hash(Arrays.copyOfRange(subtrees, it * Hash.SIZE, (it + 1) * Hash.SIZE)))
                        .toList());
    }
}
