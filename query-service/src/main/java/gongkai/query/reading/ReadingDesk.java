package gongkai.query.reading;

import gongkai.query.record.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Where each reading is entered before its answer goes out. Who comes while another writes waits and is written with all
 * the others who wait: one transaction for many, and no more of them in memory than there are requests.
 */
@Component
class ReadingDesk {

    private static final int AT_ONCE = 500;

    private final ReadingStore store;
    private final RecordStore records;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    ReadingDesk(ReadingStore store, RecordStore records) {
        this.store = store;
        this.records = records;
    }

    private record Entry(List<String> jurisdictions, Reading reading, CompletableFuture<Void> written) {}

    /**
     * Returns once it is on record.
     *
     * @param jurisdiction empty: the answer speaks of all counties, and is on record in each
     */
    void enter(Optional<String> jurisdiction, Reading reading) {
        var known = records.jurisdictions();
        var mine = new Entry(
                jurisdiction.filter(known::contains).map(List::of).orElse(known), reading, new CompletableFuture<>());
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.written().isDone()) {
                writeSome();
            }
        } finally {
            writing.unlock();
        }
        mine.written().join();
    }

    private void writeSome() {
        List<Entry> entries = new ArrayList<>();
        for (var it = waiting.poll(); it != null; it = entries.size() < AT_ONCE ? waiting.poll() : null) {
            entries.add(it);
        }
        SortedMap<String, List<Reading>> readings = new TreeMap<>();
        entries.forEach(it -> it.jurisdictions()
                .forEach(code ->
                        readings.computeIfAbsent(code, _ -> new ArrayList<>()).add(it.reading())));
        try {
            store.append(readings);
            entries.forEach(it -> it.written().complete(null));
        } catch (RuntimeException e) {
            entries.forEach(it -> it.written().completeExceptionally(e));
        }
    }
}
