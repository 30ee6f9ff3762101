package gongkai.command.ledger.commit;

import gongkai.proof.CompactRange;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/** What the writer needs of a store: to compare and set the log's end, and to be alone for a moment. */
public interface LogStore {

    /** The log's end as it is now. */
    LogEnd end();

    /** The tree that the ledger has committed to; empty for a ledger that does not exist. */
    CompactRange tree(String ledger);

    /**
     * Appends the whole batch, durably, if the log still ends where the batch begins.
     *
     * @return false when it does not: another writer was there, and nothing was appended
     * @throws OutOfStreamException when an event does not follow in its stream; nothing was appended
     */
    boolean insert(PlacedBatch batch);

    /** Does the work while no other writer can move the log's end. */
    <R> R alone(Supplier<R> work);

    /** The sequence of the newest record of each of the streams; none for a stream that does not exist. */
    Map<String, Long> lastSequences(Collection<String> subjects);

    /** Whether the log holds this very batch. */
    boolean holds(PlacedBatch batch);
}
