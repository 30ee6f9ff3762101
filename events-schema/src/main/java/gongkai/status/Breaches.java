package gongkai.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spells during which an end had passed and the evidence did not stand. What ended one, evidence, an extension or a
 * waiver, closes it; retracted evidence opens another; nothing removes one.
 */
final class Breaches {

    private final Instant at;

    /** What is due, from each moment at which something happened until the next; before all of them, too. */
    private final NavigableMap<Instant, List<Occurrence>> due = new TreeMap<>();

    private Breaches(ObligationFacts facts, Instant at) {
        this.at = at;
        Stream.concat(Stream.of(Instant.MIN), facts.moments(at))
                .forEach(moment -> due.computeIfAbsent(moment, _ -> Occurrences.of(Standing.of(facts, moment))));
    }

    /** @param facts all that was known */
    static List<Breach> of(ObligationFacts facts, Instant at) {
        return new Breaches(facts, at).find();
    }

    private List<Breach> find() {
        List<Breach> closed = new ArrayList<>();
        Map<String, Breach> open = new LinkedHashMap<>();
        for (var moment : turningPoints()) {
            var occurrences = due.floorEntry(moment).getValue();
            occurrences.stream()
                    .filter(it -> it.isMissed(moment))
                    .forEach(it -> open.putIfAbsent(it.id(), new Breach(it.id(), it.due(), moment, Optional.empty())));
            var stillLate = occurrences.stream()
                    .filter(it -> it.isOverdue(moment))
                    .map(Occurrence::id)
                    .collect(Collectors.toSet());
            open.values().removeIf(it -> {
                var ended = !stillLate.contains(it.occurrence());
                if (ended) {
                    closed.add(new Breach(it.occurrence(), it.due(), it.beganAt(), Optional.of(moment)));
                }
                return ended;
            });
        }
        return Stream.concat(closed.stream(), open.values().stream())
                .sorted(Breach.IN_ORDER_OF_TIME)
                .toList();
    }

    /** Lateness changes only when something happens or an end passes; the first ends were set before anything happened. */
    private SortedSet<Instant> turningPoints() {
        var points = new TreeSet<>(due.keySet());
        points.add(at);
        due.values().stream()
                .flatMap(List::stream)
                .map(it -> it.due().passesAt())
                .filter(it -> !it.isAfter(at))
                .forEach(points::add);
        return points;
    }
}
