package gongkai.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spells during which an end had passed and the evidence did not stand. What ended one, evidence, an extension or a
 * waiver, closes it; retracted evidence opens another; nothing removes one.
 */
final class Breaches {

    private final ObligationFacts facts;
    private final Instant at;

    private Breaches(ObligationFacts facts, Instant at) {
        this.facts = facts;
        this.at = at;
    }

    /** @param facts all that was known */
    static List<Breach> of(ObligationFacts facts, Instant at) {
        return new Breaches(facts, at).find();
    }

    private List<Breach> find() {
        List<Breach> closed = new ArrayList<>();
        Map<String, Breach> open = new LinkedHashMap<>();
        for (var moment : turningPoints()) {
            var occurrences = Occurrences.of(Standing.of(facts, moment));
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
        var points = new TreeSet<Instant>();
        Stream.concat(Stream.of(Instant.MIN, at), facts.moments(at)).forEach(moment -> {
            points.add(moment);
            Occurrences.of(Standing.of(facts, moment)).stream()
                    .map(it -> it.due().passesAt())
                    .filter(it -> !it.isAfter(at))
                    .forEach(points::add);
        });
        return points;
    }
}
