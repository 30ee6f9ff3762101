package gongkai.query.bulletin.figure;

import gongkai.event.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 排名 of the units in one role; see decision 0026. What is late by a unit's own fault weighs first, then what it cured,
 * then what it did in time. What waited for an answer weighs nothing. Equal units share a place.
 */
public record Ranking(List<Place> places) {

    private static final Comparator<Tally> BEST_FIRST = Comparator.comparingInt(
                    (Tally it) -> it.ownLate().size())
            .thenComparingInt(Ranking::ownCured)
            .thenComparingInt(it -> -it.of(Figure.DONE).size());

    /** @param place from 1 */
    public record Place(int place, String unit, Tally tally) {}

    /** @param byUnit what is counted of each unit; one with nothing due and nothing late in that role has no place */
    public static Ranking of(Role role, Map<String, Tally> byUnit) {
        Map<String, Tally> inRole = new TreeMap<>();
        byUnit.forEach((unit, tally) -> inRole.put(unit, tally.only(it -> it.role() == role)));
        inRole.values().removeIf(Ranking::hasNothingToRank);
        List<Place> places = new ArrayList<>();
        inRole.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(BEST_FIRST))
                .forEach(it -> {
                    var shared = !places.isEmpty()
                            && BEST_FIRST.compare(places.getLast().tally(), it.getValue()) == 0;
                    places.add(new Place(
                            shared ? places.getLast().place() : places.size() + 1, it.getKey(), it.getValue()));
                });
        return new Ranking(List.copyOf(places));
    }

    private static boolean hasNothingToRank(Tally it) {
        return it.due().isEmpty()
                && it.of(Figure.CARRIED_LATE).isEmpty()
                && it.of(Figure.CARRIED_CURED).isEmpty();
    }

    private static int ownCured(Tally it) {
        return (int) Stream.of(Figure.CURED, Figure.CARRIED_CURED)
                .flatMap(figure -> it.of(figure).stream())
                .filter(Entry::isOwnFault)
                .count();
    }
}
