package gongkai.query.bulletin.figure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries, counted. */
public record Tally(List<Entry> entries) {

    public Tally {
        entries = List.copyOf(entries);
    }

    /** Those of one figure. */
    public List<Entry> of(Figure figure) {
        return entries.stream().filter(it -> it.figure() == figure).toList();
    }

    /** Every figure stands there, also with none. */
    public Map<Figure, List<Entry>> byFigure() {
        return Arrays.stream(Figure.values())
                .collect(Collectors.toMap(
                        Function.identity(), this::of, (one, _) -> one, () -> new EnumMap<>(Figure.class)));
    }

    /** 应办: what fell due in the month. */
    public List<Entry> due() {
        return entries.stream().filter(it -> Figure.DUE.contains(it.figure())).toList();
    }

    /** Late and not done, by the unit's own fault. */
    public List<Entry> ownLate() {
        return open().filter(Entry::isOwnFault).toList();
    }

    /** Late and not done, where the question was still open when the end passed. */
    public List<Entry> blockedLate() {
        return open().filter(Predicate.not(Entry::isOwnFault)).toList();
    }

    /** Late and not done, whoever's fault it is. */
    public List<Entry> late() {
        return open().toList();
    }

    private Stream<Entry> open() {
        return entries.stream().filter(it -> Figure.OPEN.contains(it.figure()));
    }

    Tally only(Predicate<Entry> which) {
        return new Tally(entries.stream().filter(which).toList());
    }
}
