package gongkai.query.projection;

import gongkai.query.projection.Places.Move;
import gongkai.query.projection.Projection.Applied;
import gongkai.record.RecordHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a view's places move in one transaction. */
final class Advance {

    private final String view;
    private final Map<String, Place> from;
    private final Map<String, Place> to = new LinkedHashMap<>();

    /** @param from by ledger; one that is missing was never applied */
    Advance(String view, Map<String, Place> from) {
        this.view = view;
        this.from = from;
    }

    Place of(String ledger) {
        var moved = to.get(ledger);
        return moved == null ? before(ledger) : moved;
    }

    private Place before(String ledger) {
        return from.getOrDefault(ledger, Place.before(view, ledger));
    }

    boolean isNext(RecordHeader record) {
        return of(record.ledger()).isBefore(record);
    }

    void over(RecordHeader record) {
        to.put(record.ledger(), of(record.ledger()).over(record));
    }

    /** Those of the records that come next, one after the other; the places move over them. */
    List<Applied> due(List<Applied> records) {
        List<Applied> due = new ArrayList<>();
        for (var it : records) {
            if (isNext(it.record())) {
                over(it.record());
                due.add(it);
            }
        }
        return due;
    }

    /** Each ledger's in order; only the last of a stretch tells. */
    Advance overAll(List<Applied> records) {
        for (int i = 0; i < records.size(); i++) {
            var it = records.get(i).record();
            boolean goesOn = i + 1 < records.size()
                    && records.get(i + 1).record().ledger().equals(it.ledger());
            if (!goesOn) {
                over(it);
            }
        }
        return this;
    }

    List<Move> moves() {
        return to.values().stream().map(it -> new Move(before(it.ledger()), it)).toList();
    }
}
