package gongkai.command.api;

import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.LedgerRow;
import java.io.ByteArrayOutputStream;

/**
 * Records of a ledger side by side in one JSON array, none of them written anew.
 *
 * @param next the leaf after the last one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
record RecordPage(byte[] batch, long next) {

    /** With so many bytes no further rows are asked for. */
    private static final int ENOUGH_BYTES = 4 << 20;

    /** Rows of one query: with the largest records they take 6 MiB. */
    private static final int ROWS = 100;

    /** @throws DamagedTreeException when a leaf between two others is missing */
    static RecordPage read(LedgerReader ledger, String code, long from, int limit) {
        var batch = new ByteArrayOutputStream();
        batch.write('[');
        long next = from;
        while (next < from + limit && batch.size() < ENOUGH_BYTES) {
            var rows = ledger.rows(code, next, (int) Math.min(ROWS, from + limit - next));
            for (var row : rows) {
                requireLeaf(code, next, row);
                if (next > from) {
                    batch.write(',');
                }
                batch.writeBytes(row.record());
                next++;
            }
            if (rows.isEmpty()) {
                break;
            }
        }
        batch.write(']');
        return new RecordPage(batch.toByteArray(), next);
    }

    private static void requireLeaf(String code, long leaf, LedgerRow row) {
        if (row.leaf() != leaf) {
            throw new DamagedTreeException(code, "the record of leaf %d is missing".formatted(leaf));
        }
    }
}
