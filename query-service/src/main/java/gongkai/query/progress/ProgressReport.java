package gongkai.query.progress;

import gongkai.query.agreement.Agreement;
import gongkai.query.agreement.Agreements;
import gongkai.query.feed.Lags;
import gongkai.query.feed.Standstills;
import gongkai.query.progress.ProjectionsAnswer.AgreementItem;
import gongkai.query.progress.ProjectionsAnswer.LedgerItem;
import gongkai.query.progress.ProjectionsAnswer.ParkedItem;
import gongkai.query.progress.ProjectionsAnswer.PartitionItem;
import gongkai.query.progress.ProjectionsAnswer.ProjectionItem;
import gongkai.query.progress.ProjectionsAnswer.RebuildItem;
import gongkai.query.progress.ProjectionsAnswer.State;
import gongkai.query.projection.Parking;
import gongkai.query.projection.Place;
import gongkai.query.projection.Places;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rebuilds;
import gongkai.query.projection.Views;
import gongkai.query.record.LedgerTrees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together where every view stands. */
@Component
public class ProgressReport {

    private final Views views;
    private final Places places;
    private final Parking parking;
    private final Rebuilds rebuilds;
    private final LedgerTrees trees;
    private final Agreements agreements;
    private final Lags lags;
    private final Standstills standstills;

    ProgressReport(
            Views views,
            Places places,
            Parking parking,
            Rebuilds rebuilds,
            LedgerTrees trees,
            Agreements agreements,
            Lags lags,
            Standstills standstills) {
        this.views = views;
        this.places = places;
        this.parking = parking;
        this.rebuilds = rebuilds;
        this.trees = trees;
        this.agreements = agreements;
        this.lags = lags;
        this.standstills = standstills;
    }

    /** What is the same for all views. */
    private record Ledgers(Map<String, Place> records, Map<String, String> roots, Map<String, Agreement> agreements) {

        /** @param newest of its records */
        LedgerItem item(Place newest, Place place) {
            var ledger = newest.ledger();
            var agreement = agreements.getOrDefault(ledger, Agreement.unchecked(ledger));
            long known = Math.max(
                    newest.leaf() + 1,
                    Math.max(agreement.size().orElse(0L), agreement.awaited().orElse(0L)));
            return new LedgerItem(
                    ledger,
                    place.position(),
                    place.leaf(),
                    known - place.leaf() - 1,
                    place.leaf() == newest.leaf() ? Optional.ofNullable(roots.get(ledger)) : Optional.empty(),
                    AgreementItem.of(agreement));
        }
    }

    /** All of it as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProjectionsAnswer now() {
        var ledgers = new Ledgers(places.of(Projection.RECORD), trees.roots(), agreements.all());
        var parked = parking.all();
        var running = rebuilds.all();
        var items = views.names().stream()
                .map(view -> {
                    var standing = places.of(view);
                    var each = new TreeMap<>(ledgers.records())
                            .values().stream()
                                    .map(it -> ledgers.item(
                                            it,
                                            standing.getOrDefault(it.ledger(), new Place(view, it.ledger(), -1, -1))))
                                    .toList();
                    return new ProjectionItem(
                            view,
                            stateOf(parked.containsKey(view), ledgers.records(), standing),
                            each,
                            Optional.ofNullable(parked.get(view)).map(ParkedItem::of),
                            Optional.ofNullable(running.get(view)).map(RebuildItem::of));
                })
                .toList();
        return new ProjectionsAnswer(items, feed());
    }

    private static State stateOf(boolean parked, Map<String, Place> records, Map<String, Place> standing) {
        if (parked) {
            return State.PARKED;
        }
        boolean level = records.values().stream()
                .allMatch(it -> Optional.ofNullable(standing.get(it.ledger()))
                                .map(Place::leaf)
                                .orElse(-1L)
                        == it.leaf());
        return level ? State.LIVE : State.BEHIND;
    }

    private List<PartitionItem> feed() {
        var waiting = lags.all();
        var reasons = standstills.all();
        var partitions = new TreeSet<>(waiting.keySet());
        partitions.addAll(reasons.keySet());
        return partitions.stream()
                .map(it -> new PartitionItem(
                        it, Optional.ofNullable(waiting.get(it)), Optional.ofNullable(reasons.get(it))))
                .toList();
    }
}
