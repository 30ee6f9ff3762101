package gongkai.query.projection;

import gongkai.record.RecordHeader;

/**
 * How far a view has applied a ledger.
 *
 * @param leaf the newest leaf in the view's tables; -1: none
 * @param position of that leaf in the log; -1: none
 */
public record Place(String view, String ledger, long leaf, long position) {

    static Place before(String view, String ledger) {
        return new Place(view, ledger, -1, -1);
    }

    boolean isBefore(RecordHeader record) {
        return record.leaf() == leaf + 1;
    }

    Place over(RecordHeader record) {
        return new Place(view, ledger, record.leaf(), record.position());
    }
}
