package gongkai.query.reading;

import gongkai.query.record.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private record Entry(Map<String, Reading> readings, CompletableFuture<Void> written) {}

    /** Where an answer goes on record: one that speaks of no county in particular speaks of all. */
    List<String> countiesOf(Optional<String> jurisdiction) {
        var known = records.jurisdictions();
        return jurisdiction.filter(known::contains).map(List::of).orElse(known);
    }

    /**
     * Returns once it is on record.
     *
     * @param readings by county, since each knows who read by an id of its own
     */
    void enter(Map<String, Reading> readings) {
        var mine = new Entry(readings, new CompletableFuture<>());
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
        entries.forEach(it -> it.readings()
                .forEach((code, reading) ->
                        readings.computeIfAbsent(code, _ -> new ArrayList<>()).add(reading)));
        try {
            store.append(readings);
            entries.forEach(it -> it.written().complete(null));
        } catch (RuntimeException e) {
            entries.forEach(it -> it.written().completeExceptionally(e));
        }
    }
}
