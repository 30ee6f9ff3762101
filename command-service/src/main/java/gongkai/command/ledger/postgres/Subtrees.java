package gongkai.command.ledger.postgres;

import gongkai.proof.Hash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** The hashes of a compact range in one column, one after the other. */
final class Subtrees {

    private Subtrees() {}

    static byte[] write(List<Hash> hashes) {
        var bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE);
        hashes.forEach(it -> bytes.put(it.bytes()));
        return bytes.array();
    }

    static List<Hash> read(byte[] bytes) {
        return IntStream.range(0, bytes.length / Hash.SIZE)
                .mapToObj(it -> {
                    var hash = new byte[Hash.SIZE];
                    ByteBuffer.wrap(bytes).get(it * Hash.SIZE, hash);
                    return new Hash(hash);
                })
                .toList();
    }
}
