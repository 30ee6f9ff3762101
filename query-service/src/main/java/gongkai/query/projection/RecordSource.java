package gongkai.query.projection;

import java.util.List;

/** Where records can be read again, each ledger's by leaf. */
@FunctionalInterface
public interface RecordSource {

    /**
     * @return the exact bytes of the records of a ledger from that leaf on, in order; fewer than asked for, or none, when
     *     there are no more
     */
    List<byte[]> read(String ledger, long from, int limit);
}
