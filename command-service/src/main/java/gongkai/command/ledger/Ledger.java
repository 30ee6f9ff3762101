package gongkai.command.ledger;

import gongkai.record.EventRecord;
import java.util.List;

/** One log in one order: positions have no gaps, and whoever has seen N has seen all before N. */
public interface Ledger extends LedgerReader {

    /**
     * Appends the whole batch, durably, or nothing of it.
     *
     * @return the records as they stand in the log, in the order of the batch
     * @throws StreamConflictException when another writer has already taken one of the sequences
     * @throws RecordTooLargeException when a record would take more bytes than one may
     * @throws LedgerBusyException when too much is waiting to be written
     * @throws LedgerUnavailableException when the store does not answer; the outcome is then not known
     */
    List<EventRecord> append(List<NewEvent> batch);

    /** Calls {@code listener} after each batch of any service on this log; it must not block. */
    void onAppend(Runnable listener);

    /** A stream from its snapshot by that code on; whole where there is none, or where the log does not reach it. */
    StreamTail readTail(String subject, String foldedBy);

    /** Keeps it in place of an earlier one of its stream; not if its newest record is not in the log. */
    void keep(StreamSnapshot snapshot);
}
