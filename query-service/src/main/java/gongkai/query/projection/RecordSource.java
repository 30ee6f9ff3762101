package gongkai.query.projection;

import gongkai.query.projection.Projection.Applied;
import java.util.List;
import java.util.Set;

/** Where records can be read again, each ledger's by leaf. */
@FunctionalInterface
public interface RecordSource {

    /**
     * @param opened the types of records that somebody is going to open; of others the bytes may be left out
     * @return the records of a ledger from that leaf on, in order; fewer than asked for, or none, when there are no more
     */
    List<Applied> read(String ledger, long from, int limit, Set<String> opened);
}
