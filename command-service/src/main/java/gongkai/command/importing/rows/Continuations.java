package gongkai.command.importing.rows;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In text and CSV, which cannot mark a merged cell, a blank continues the cell above it, up to the next section. */
final class Continuations {

    /** Columns that continue together: beside a filled 牵头单位 a blank 配合单位 means that nobody cooperates. */
    private static final List<Set<Column>> CONTINUED = List.of(
            EnumSet.of(Column.DIRECTORY),
            EnumSet.of(Column.CATEGORY),
            EnumSet.of(Column.RESPONSIBILITY, Column.LEAD, Column.COOPERATING),
            EnumSet.of(Column.TIME_LIMIT));

    private final Map<Column, String> above = new EnumMap<>(Column.class);

    /** What is filled in, into {@code cells} itself. */
    Set<Column> fill(Map<Column, String> cells) {
        if (!cells.getOrDefault(Column.DIRECTORY, "").isBlank()) {
            above.remove(Column.CATEGORY);
        }
        var inferred = EnumSet.noneOf(Column.class);
        for (var group : CONTINUED) {
            if (group.stream().allMatch(it -> cells.getOrDefault(it, "").isBlank())) {
                group.stream()
                        .filter(it -> cells.containsKey(it)
                                && !above.getOrDefault(it, "").isBlank())
                        .forEach(it -> {
                            cells.put(it, above.getOrDefault(it, ""));
                            inferred.add(it);
                        });
            }
        }
        above.putAll(cells);
        return inferred;
    }

    void endSection() {
        above.clear();
    }
}
