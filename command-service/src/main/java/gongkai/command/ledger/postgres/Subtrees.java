package gongkai.command.ledger.postgres;

import gongkai.command.ledger.DamagedTreeException;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree that a ledger has committed to, its hashes one after the other in one column of its head row. */
final class Subtrees {

    private Subtrees() {}

    static CompactRange treeOf(JdbcClient jdbc, String ledger) {
        return jdbc.sql("SELECT size, subtrees FROM ledger_head WHERE ledger = :ledger")
                .param("ledger", ledger)
                .query((row, _) -> treeOf(ledger, row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(CompactRange.EMPTY);
    }

    private static CompactRange treeOf(String ledger, long size, byte[] subtrees) {
        try {
            return new CompactRange(size, read(subtrees));
        } catch (IllegalArgumentException e) {
            throw new DamagedTreeException(ledger, String.valueOf(e.getMessage()));
        }
    }

    static byte[] write(List<Hash> hashes) {
        var bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE);
        hashes.forEach(it -> bytes.put(it.bytes()));
        return bytes.array();
    }

    private static List<Hash> read(byte[] bytes) {
        return IntStream.range(0, bytes.length / Hash.SIZE)
                .mapToObj(it -> {
                    var hash = new byte[Hash.SIZE];
                    ByteBuffer.wrap(bytes).get(it * Hash.SIZE, hash);
                    return new Hash(hash);
                })
                .toList();
    }
}
