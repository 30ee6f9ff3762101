package gongkai.query.projection;

import gongkai.query.projection.Places.LedgerPlace;
import gongkai.query.projection.Projection.Applied;
import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies what the feed brings, each ledger by leaf: what it has is dropped, what comes next is applied, a gap stops it.
 */
@Component
class Projector {

    private final RecordCodec codec = new RecordCodec();
    private final List<Projection> projections;
    private final Places places;
    private final TransactionOperations transaction;
    private final Arrivals arrivals;

    Projector(List<Projection> projections, Places places, TransactionOperations transaction, Arrivals arrivals) {
        this.projections = projections;
        this.places = places;
        this.transaction = transaction;
        this.arrivals = arrivals;
    }

    /**
     * @throws LedgerGapException when a leaf is missing
     * @throws MalformedRecordException when a record is not one of ours
     */
    void apply(List<ConsumerRecord<String, byte[]>> batch) {
        transaction.executeWithoutResult(_ -> {
            Map<String, Advance> advances = new HashMap<>();
            List<Applied> fresh = new ArrayList<>();
            for (var message : batch) {
                var applied = decode(message);
                var advance = advances.computeIfAbsent(applied.record().ledger(), this::standing);
                if (advance.isNext(applied.record())) {
                    fresh.add(applied);
                    advances.put(applied.record().ledger(), advance.over(applied.record()));
                }
            }
            if (!fresh.isEmpty()) {
                projections.forEach(it -> it.apply(fresh));
            }
            advances.values().stream().filter(Advance::moves).forEach(it -> places.move(it.from(), it.to()));
            batch.forEach(it -> places.moveFeed(it.partition(), it.offset() + 1));
        });
        arrivals.announce();
    }

    private Advance standing(String ledger) {
        var place = places.of(ledger).orElseGet(() -> LedgerPlace.before(ledger));
        return new Advance(place, place);
    }

    /** How far a ledger's place moves in this transaction. */
    private record Advance(LedgerPlace from, LedgerPlace to) {

        boolean isNext(EventRecord record) {
            if (record.leaf() > to.leaf() + 1) {
                throw new LedgerGapException(to.ledger(), to.leaf() + 1, record.leaf());
            }
            return record.leaf() == to.leaf() + 1;
        }

        Advance over(EventRecord record) {
            return new Advance(from, new LedgerPlace(record.ledger(), record.leaf(), record.position()));
        }

        boolean moves() {
            return !from.equals(to);
        }
    }

    private Applied decode(ConsumerRecord<String, byte[]> message) {
        try {
            var record = codec.decode(message.value());
            if (!record.ledger().equals(message.key())) {
                throw new MalformedRecordException("its ledger is not the key «" + message.key() + "»");
            }
            return new Applied(record, message.value());
        } catch (MalformedRecordException e) {
            throw new MalformedRecordException(
                    "Refused the message at %s-%d@%d: %s"
                            .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()),
                    e);
        }
    }
}
