package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.TreeNode;
import gongkai.proof.CompactRange;
import java.util.List;
import java.util.Map;

/**
 * Rows in the order of the log, and what their ledgers come to with them.
 *
 * @param end of the log before them
 * @param trees by ledger
 * @param nodes of the trees that these rows completed
 * @param traceparents of those rows that a traced request appended last, by position; beside the log, not in it
 */
public record PlacedBatch(
        LogEnd end,
        List<LedgerRow> rows,
        Map<String, CompactRange> trees,
        List<TreeNode> nodes,
        Map<Long, String> traceparents) {

    LogEnd endAfter() {
        return new LogEnd(end.size() + rows.size(), rows.getLast().recordedAt());
    }
}
