package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.TreeNode;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.Tile;
import gongkai.record.UnplacedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Gives records their places after an end of the log, and each its leaf in its ledger's tree. */
final class Placing {

    private final LogEnd end;
    private final Instant recordedAt;
    private final Function<String, CompactRange> treeBefore;
    private final List<LedgerRow> rows = new ArrayList<>();
    private final Map<String, CompactRange> before = new HashMap<>();
    private final Map<String, CompactRange> trees = new HashMap<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final Map<Long, String> traceparents = new TreeMap<>();

    Placing(LogEnd end, Instant now, Function<String, CompactRange> treeBefore) {
        this.end = end;
        this.recordedAt = now.isBefore(end.recordedAt()) ? end.recordedAt() : now;
        this.treeBefore = treeBefore;
    }

    /** Places all of it or, when a tree cannot be read, nothing. */
    void place(Append append) {
        append.events().forEach(it -> before.computeIfAbsent(it.ledger(), treeBefore));
        for (int i = 0; i < append.events().size(); i++) {
            place(append.events().get(i), append.record(i));
        }
        append.traceparent().ifPresent(it -> traceparents.put(rows.getLast().position(), it));
    }

    PlacedBatch placed() {
        return new PlacedBatch(end, rows, trees, nodes, traceparents);
    }

    private void place(NewEvent it, UnplacedRecord unplaced) {
        long position = end.size() + rows.size();
        var tree = trees.computeIfAbsent(it.ledger(), before::get);
        var record = unplaced.at(position, tree.size(), recordedAt);
        var leafHash = Hash.ofLeaf(record);
        rows.add(new LedgerRow(
                position,
                it.ledger(),
                tree.size(),
                it.subject(),
                it.sequence(),
                it.id(),
                it.type(),
                recordedAt,
                record,
                leafHash));
        trees.put(it.ledger(), tree.plus(leafHash, (height, index, hash) -> {
            if (height > 0 && Tile.isEntry(height)) {
                nodes.add(new TreeNode(it.ledger(), Tile.levelOf(height), index, hash));
            }
        }));
    }
}
