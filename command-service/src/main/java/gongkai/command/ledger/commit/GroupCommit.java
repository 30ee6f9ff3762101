package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerBusyException;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StreamConflictException;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Puts the appends of many callers into the log, in the order of their coming. While one batch is on its way to the
 * disk the next one gathers; nobody waits for company.
 */
public final class GroupCommit implements AutoCloseable {

    /** What may wait in memory at any time: 64 MiB. */
    private static final int ROOM = 64 << 20;

    private final RecordCodec codec;
    private final Semaphore room = new Semaphore(ROOM);
    private final WriterThread writer;
    private final CommitObserver observer;
    private final AppendTrace trace;

    /** @param onAppend called on the writer's thread after each batch; it must not block */
    public GroupCommit(
            LogStore store,
            RecordCodec codec,
            InstantSource clock,
            Runnable onAppend,
            CommitObserver observer,
            AppendTrace trace) {
        this.codec = codec;
        this.trace = trace;
        this.observer = observer;
        this.writer = new WriterThread(store, new LogWriter(store, clock, onAppend, observer));
    }

    /**
     * Appends all the events, durably, or none of them, and waits for it.
     *
     * @throws StreamConflictException when another writer has already taken one of the sequences
     * @throws LedgerBusyException when too much is waiting already
     * @throws LedgerUnavailableException when the store does not answer
     */
    public List<EventRecord> append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try (var followed = trace.begin()) {
            return append(Append.of(events, codec, followed.traceparent()));
        }
    }

    private List<EventRecord> append(Append append) {
        int bytes = Math.min(append.bytes(), ROOM);
        if (!room.tryAcquire(bytes)) {
            throw new LedgerBusyException();
        }
        observer.waiting(bytes);
        long begun = System.nanoTime();
        boolean stands = false;
        try {
            writer.add(append);
            var records = append.await();
            stands = true;
            return records;
        } finally {
            room.release(bytes);
            observer.answered(bytes, System.nanoTime() - begun, stands);
        }
    }

    /** What is on its way is finished; what only waits is refused. */
    @Override
    public void close() {
        writer.close();
    }
}
