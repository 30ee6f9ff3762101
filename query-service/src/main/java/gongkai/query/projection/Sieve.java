package gongkai.query.projection;

import gongkai.query.projection.Projection.Applied;
import gongkai.record.EventRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What of a batch is new: each ledger by leaf, what is here already is dropped, what comes next is taken, and at a gap or
 * a refused message its partition goes no further.
 */
class Sieve {

    private final Advance places;
    private final List<Applied> fresh = new ArrayList<>();
    private final Map<Integer, Obstacle> obstacles = new HashMap<>();
    private final Map<Integer, Long> next = new HashMap<>();

    /** @param places of the records, by ledger */
    Sieve(Map<String, Place> places) {
        this.places = new Advance(Projection.RECORD, places);
    }

    /** What becomes of a record. */
    enum Verdict {
        NEXT,
        REPEATED,
        GAP
    }

    void take(Reading reading) {
        var message = reading.message();
        if (obstacles.containsKey(message.partition())) {
            return;
        }
        next.put(message.partition(), message.offset() + (reading.isLeftBehind() ? 1 : 0));
        if (reading.isLeftBehind()) {
            return;
        }
        var record = reading.record();
        if (record == null) {
            refuse(reading);
            return;
        }
        var place = places.of(record.ledger());
        switch (judge(place, record)) {
            case NEXT -> {
                fresh.add(Applied.opened(record, Objects.requireNonNull(message.value())));
                places.over(record);
            }
            case REPEATED -> {}
            case GAP -> {
                var reason = "ledger %s: leaf %d was expected, but %d came"
                        .formatted(record.ledger(), place.leaf() + 1, record.leaf());
                stop(new Obstacle(message, record.ledger(), place.leaf() + 1, false, reason));
                return;
            }
        }
        next.put(message.partition(), message.offset() + 1);
    }

    Verdict judge(Place place, EventRecord record) {
        return place.isBefore(record) ? Verdict.NEXT : record.leaf() <= place.leaf() ? Verdict.REPEATED : Verdict.GAP;
    }

    private void refuse(Reading reading) {
        var ledger = reading.ledger();
        long expected = ledger == null ? 0 : places.of(ledger).leaf() + 1;
        stop(new Obstacle(reading.message(), ledger, expected, true, "refused: " + reading.refusal()));
    }

    private void stop(Obstacle obstacle) {
        obstacles.put(obstacle.at().partition(), obstacle);
    }

    List<Applied> fresh() {
        return fresh;
    }

    List<Obstacle> obstacles() {
        return List.copyOf(obstacles.values());
    }

    /** Where each partition of the batch goes on. */
    Map<Integer, Long> next() {
        return next;
    }
}
