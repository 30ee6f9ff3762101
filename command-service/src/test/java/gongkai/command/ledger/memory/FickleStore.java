package gongkai.command.ledger.memory;

import gongkai.command.ledger.commit.LogEnd;
import gongkai.command.ledger.commit.LogStore;
import gongkai.command.ledger.commit.PlacedBatch;
import gongkai.proof.CompactRange;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A store in memory, of which a test says what happens to the next inserts; without a word they succeed. */
final class FickleStore implements LogStore {

    final MemoryStore store = new MemoryStore();
    final Queue<Predicate<PlacedBatch>> next = new ArrayDeque<>();
    final AtomicInteger inserts = new AtomicInteger();

    @Override
    public boolean insert(PlacedBatch batch) {
        inserts.incrementAndGet();
        var happening = next.poll();
        return happening == null ? store.insert(batch) : happening.test(batch);
    }

    @Override
    public LogEnd end() {
        return store.end();
    }

    @Override
    public CompactRange tree(String ledger) {
        return store.tree(ledger);
    }

    @Override
    public <R> R alone(Supplier<R> work) {
        return work.get();
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> subjects) {
        return store.lastSequences(subjects);
    }

    @Override
    public boolean holds(PlacedBatch batch) {
        return store.holds(batch);
    }
}
