package gongkai.command.ledger;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One log in one order: positions have no gaps, and whoever has seen N has seen all before N. */
public interface Ledger {

    /**
     * Appends the whole batch, durably, or nothing of it.
     *
     * @return the records as they stand in the log, in the order of the batch
     * @throws StreamConflictException when another writer has already taken one of the sequences
     * @throws RecordTooLargeException when a record would take more bytes than one may
     */
    List<EventRecord> append(List<NewEvent> batch);

    /** At most {@code limit} records from {@code position} on, in order. */
    List<StoredRecord> read(long position, int limit);

    /** A stream's records from {@code sequence} on, in order; empty for a stream that does not exist. */
    List<EventRecord> readStream(String subject, long sequence);

    /** The sequence of a stream's newest record. */
    OptionalLong lastSequence(String subject);

    /** At most {@code limit} rows of a jurisdiction's ledger from {@code leaf} on, in the order of their leaves. */
    List<LedgerRow> rows(String ledger, long leaf, int limit);

    /** The hashes of a ledger's first {@code size} leaves, or of all where there are fewer. */
    List<Hash> leafHashes(String ledger, long size);

    /** The tree that the ledger has committed to; empty for a ledger that does not exist. */
    CompactRange tree(String ledger);

    /** The jurisdictions that have a ledger, by code. */
    List<String> ledgers();

    /** The streams of a jurisdiction's ledger that hold an event of that type, in the order of their names. */
    List<String> subjects(String ledger, String type);

    /** The newest record of a jurisdiction's ledger. */
    Optional<Head> head(String ledger);

    /** The newest position of the whole log. */
    OptionalLong lastPosition();

    /** Calls {@code listener} after each append, on the appending thread; it must not block. */
    void onAppend(Runnable listener);
}
