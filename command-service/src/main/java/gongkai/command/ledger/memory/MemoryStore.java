package gongkai.command.ledger.memory;

import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.TreeNode;
import gongkai.command.ledger.commit.LogEnd;
import gongkai.command.ledger.commit.LogStore;
import gongkai.command.ledger.commit.OutOfStreamException;
import gongkai.command.ledger.commit.PlacedBatch;
import gongkai.proof.CompactRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The end of the log in memory; every method sees whole batches only. */
final class MemoryStore implements LogStore {

    private final List<LedgerRow> rows = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final Map<String, CompactRange> trees = new HashMap<>();
    private final Map<String, Long> lastSequences = new HashMap<>();

    @Override
    public synchronized LogEnd end() {
        return new LogEnd(
                rows.size(), rows.isEmpty() ? Instant.EPOCH : rows.getLast().recordedAt());
    }

    @Override
    public synchronized CompactRange tree(String ledger) {
        return trees.getOrDefault(ledger, CompactRange.EMPTY);
    }

    @Override
    public synchronized boolean insert(PlacedBatch batch) {
        if (batch.end().size() != rows.size()) {
            return false;
        }
        var after = new HashMap<String, Long>();
        for (var row : batch.rows()) {
            var last = after.getOrDefault(row.subject(), lastSequences.getOrDefault(row.subject(), -1L));
            if (row.sequence() != last + 1) {
                throw new OutOfStreamException(row.subject());
            }
            after.put(row.subject(), row.sequence());
        }
        lastSequences.putAll(after);
        rows.addAll(batch.rows());
        nodes.addAll(batch.nodes());
        trees.putAll(batch.trees());
        return true;
    }

    @Override
    public synchronized <R> R alone(Supplier<R> work) {
        return work.get();
    }

    @Override
    public synchronized Map<String, Long> lastSequences(Collection<String> subjects) {
        var found = new HashMap<>(lastSequences);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public synchronized boolean holds(PlacedBatch batch) {
        var first = batch.rows().getFirst();
        return first.position() < rows.size()
                && rows.get((int) first.position()).id().equals(first.id());
    }

    synchronized List<LedgerRow> rows() {
        return List.copyOf(rows);
    }

    synchronized List<TreeNode> nodes() {
        return List.copyOf(nodes);
    }

    synchronized OptionalLong lastSequence(String subject) {
        var last = lastSequences.get(subject);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }
}
