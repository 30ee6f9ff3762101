package gongkai.query.projection;

import gongkai.record.EventRecord;
import java.util.List;

/** A read model's tables. It is called inside the transaction that also moves the place. */
public interface Projection {

    /** @param records new ones only, each ledger's in the order of its leaves */
    void apply(List<Applied> records);

    /** A record and the bytes that it came as. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Applied(EventRecord record, byte[] bytes) {}
}
