package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.RecordTooLargeException;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.record.UnplacedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One caller's events, encoded on its own thread, and what became of them. */
final class Append implements Arrival {

    private final List<NewEvent> events;
    private final List<UnplacedRecord> records;
    private final Optional<String> traceparent;
    private final CompletableFuture<List<LedgerRow>> outcome = new CompletableFuture<>();

    private Append(List<NewEvent> events, List<UnplacedRecord> records, Optional<String> traceparent) {
        this.events = events;
        this.records = records;
        this.traceparent = traceparent;
    }

    /**
     * @param traceparent goes with the last of them
     * @throws RecordTooLargeException when a record would take more bytes than one may
     */
    static Append of(List<NewEvent> events, RecordCodec codec, Optional<String> traceparent) {
        var records = new ArrayList<UnplacedRecord>(events.size());
        for (var it : events) {
            var record = codec.encode(it.ledger(), it.subject(), it.sequence(), it.id(), it.actor(), it.event());
            if (record.maxSize() > RecordTooLargeException.LIMIT) {
                throw new RecordTooLargeException(it.subject(), record.maxSize());
            }
            records.add(record);
        }
        return new Append(events, records, traceparent);
    }

    List<NewEvent> events() {
        return events;
    }

    UnplacedRecord record(int index) {
        return records.get(index);
    }

    Optional<String> traceparent() {
        return traceparent;
    }

    int bytes() {
        return records.stream().mapToInt(UnplacedRecord::maxSize).sum();
    }

    void succeed(List<LedgerRow> rows) {
        outcome.complete(rows);
    }

    void fail(RuntimeException refusal) {
        outcome.completeExceptionally(refusal);
    }

    /** Waits for the writer. */
    List<EventRecord> await() {
        try {
            return recordsOf(outcome.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new LedgerUnavailableException(e);
        }
    }

    private List<EventRecord> recordsOf(List<LedgerRow> rows) {
        var placed = new ArrayList<EventRecord>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var it = events.get(i);
            placed.add(new EventRecord(
                    row.position(),
                    row.ledger(),
                    row.leaf(),
                    row.subject(),
                    row.sequence(),
                    row.id(),
                    row.recordedAt(),
                    it.actor(),
                    it.event()));
        }
        return placed;
    }
}
