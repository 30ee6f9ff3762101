package gongkai.query.projection;

import gongkai.record.EventRecord;
import java.util.List;

/**
 * A read model's tables, in the schema {@code view_<name>}. SQL names them without the schema: while they are rebuilt,
 * the same statements fill the next generation beside them.
 */
public interface Projection {

    /** The view that keeps the records themselves; all others can be rebuilt from it. */
    String RECORD = "record";

    /** What operators call it; a lower-case word. */
    String name();

    /**
     * Called inside the transaction that also moves this view's place. Whatever it throws parks this view alone: the
     * tables stay as they were, and the others go on.
     *
     * @param records new ones only, each ledger's in the order of its leaves
     */
    void apply(List<Applied> records);

    /** A record and the bytes that it came as. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Applied(EventRecord record, byte[] bytes) {}
}
