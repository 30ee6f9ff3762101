package gongkai.command.importing.rows;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** In text and CSV, which cannot mark a merged cell, a blank continues the cell above it, up to the next section. */
final class Continuations {

    private static final Set<Column> MERGEABLE = EnumSet.of(
            Column.DIRECTORY,
            Column.CATEGORY,
            Column.RESPONSIBILITY,
            Column.LEAD,
            Column.COOPERATING,
            Column.TIME_LIMIT);

    private final Map<Column, String> above = new EnumMap<>(Column.class);

    /** What is filled in, into {@code cells} itself. */
    Set<Column> fill(Map<Column, String> cells) {
        if (!cells.getOrDefault(Column.DIRECTORY, "").isBlank()) {
            above.remove(Column.CATEGORY);
        }
        var inferred = EnumSet.noneOf(Column.class);
        cells.replaceAll((column, text) -> {
            if (text.isBlank() && MERGEABLE.contains(column) && above.containsKey(column)) {
                inferred.add(column);
                return above.getOrDefault(column, "");
            }
            return text;
        });
        above.putAll(cells);
        return inferred;
    }

    void endSection() {
        above.clear();
    }
}
