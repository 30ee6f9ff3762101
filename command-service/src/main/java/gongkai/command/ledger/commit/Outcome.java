package gongkai.command.ledger.commit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a batch that was sent to the store. */
enum Outcome {
    STANDS,
    /** Another writer moved the log's end; nothing was appended. */
    END_MOVED,
    /** An event does not follow in its stream; nothing was appended. */
    OUT_OF_STREAM,
    /** The store did not say; it may stand, or even still be on its way. */
    IN_DOUBT;

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    /** Sends the batch and waits. */
    static Outcome of(PlacedBatch batch, LogStore store) {
        try {
            return store.insert(batch) ? STANDS : END_MOVED;
        } catch (OutOfStreamException _) {
            return OUT_OF_STREAM;
        } catch (RuntimeException e) {
            LOG.warn("The store did not say what became of a batch; it is asked: {}", e.toString());
            return IN_DOUBT;
        }
    }
}
