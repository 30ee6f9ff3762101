package gongkai.query.projection;

import gongkai.query.projection.Places.Move;
import gongkai.query.projection.Projection.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies what comes: tables, places of ledgers and place in the feed, all in one transaction. The records come first; a
 * view that has applied all records before these gets them too, and one that is behind catches up by itself.
 */
@Component
public class Projector {

    private final Views views;
    private final Places places;
    private final FeedPlaces feed;
    private final Refusals refusals;
    private final Parking parking;
    private final Isolation isolation;
    private final Turnstile turnstile;
    private final TransactionOperations transaction;
    private final Arrivals arrivals;
    private final Function<Map<String, Place>, Sieve> sieves;

    @Autowired
    Projector(
            Views views,
            Places places,
            FeedPlaces feed,
            Refusals refusals,
            Parking parking,
            Isolation isolation,
            Turnstile turnstile,
            TransactionOperations transaction,
            Arrivals arrivals) {
        this(views, places, feed, refusals, parking, isolation, turnstile, transaction, arrivals, Sieve::new);
    }

    Projector(
            Views views,
            Places places,
            FeedPlaces feed,
            Refusals refusals,
            Parking parking,
            Isolation isolation,
            Turnstile turnstile,
            TransactionOperations transaction,
            Arrivals arrivals,
            Function<Map<String, Place>, Sieve> sieves) {
        this.views = views;
        this.places = places;
        this.feed = feed;
        this.refusals = refusals;
        this.parking = parking;
        this.isolation = isolation;
        this.turnstile = turnstile;
        this.transaction = transaction;
        this.arrivals = arrivals;
        this.sieves = sieves;
    }

    /** @return where partitions could not go on; everything before that is applied */
    public List<Obstacle> apply(List<Message> batch) {
        var readings = batch.parallelStream().map(Reading::of).toList();
        return announced(transaction.execute(status -> {
            var sieve = write(readings.stream().map(this::unlessLeftBehind).toList(), status);
            feed.move(batch.getFirst().topic(), sieve.next());
            return sieve;
        }));
    }

    private List<Obstacle> announced(@Nullable Sieve committed) {
        var sieve = Objects.requireNonNull(committed);
        arrivals.announce(
                sieve.fresh().stream().map(it -> it.record().position()).toList());
        return sieve.obstacles();
    }

    private Reading unlessLeftBehind(Reading it) {
        return it.isRefused() && refusals.isLeftBehind(it.message()) ? it.leftBehind() : it;
    }

    /**
     * Applies what the ledger itself gave. A message that was only early is read again after that; one that was refused is
     * left behind for ever.
     *
     * @param records of the obstacle's ledger, from the leaf on that was expected
     * @return what still does not fit
     */
    public List<Obstacle> overcome(Obstacle obstacle, List<byte[]> records) {
        var at = obstacle.at();
        var readings = records.stream()
                .map(it -> Reading.of(new Message(at.topic(), at.partition(), at.offset(), obstacle.ledger(), it)))
                .toList();
        return announced(transaction.execute(status -> {
            var sieve = write(readings, status);
            if (sieve.obstacles().isEmpty() && obstacle.forged()) {
                refusals.leaveBehind(obstacle);
                feed.move(at.topic(), Map.of(at.partition(), at.offset() + 1));
            }
            return sieve;
        }));
    }

    private Sieve write(List<Reading> readings, SavepointManager savepoints) {
        turnstile.pass();
        var before = places.lock(ledgersOf(readings));
        var sieve = sieves.apply(before.getOrDefault(Projection.RECORD, Map.of()));
        readings.forEach(sieve::take);
        if (!sieve.fresh().isEmpty()) {
            write(sieve.fresh(), before, savepoints);
        }
        return sieve;
    }

    private void write(List<Applied> fresh, Map<String, Map<String, Place>> before, SavepointManager savepoints) {
        List<Move> moves = new ArrayList<>();
        views.records().apply(fresh);
        moves.addAll(advance(views.records(), before).overAll(fresh).moves());
        var parked = parking.all().keySet();
        for (var view : views.others()) {
            if (!parked.contains(view.name())) {
                var due = advance(view, before).due(fresh);
                int taken = isolation.apply(view, due, savepoints);
                moves.addAll(
                        advance(view, before).overAll(due.subList(0, taken)).moves());
            }
        }
        places.move(moves);
    }

    private static Advance advance(Projection view, Map<String, Map<String, Place>> before) {
        return new Advance(view.name(), before.getOrDefault(view.name(), Map.of()));
    }

    private static Set<String> ledgersOf(List<Reading> readings) {
        return readings.stream()
                .map(Reading::ledger)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }
}
