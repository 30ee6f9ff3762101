package gongkai.command.importing.rows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One task row.
 *
 * @param number counts task rows from 1
 * @param section the full-width heading above it
 * @param cells raw text by column; a merged cell's text stands in each row that it covers
 * @param inferred columns whose blank cell was taken for a continuation of the one above
 * @param merged columns whose cell the document merges with the one above
 */
public record SourceRow(
        int number, Optional<String> section, Map<Column, String> cells, Set<Column> inferred, Set<Column> merged) {

    /** Whether the cell goes on from the row above; 责任单位 does where all cells do that it is put together from. */
    public boolean continues(Column column) {
        var parts = Stream.of(Column.RESPONSIBILITY, Column.LEAD, Column.COOPERATING)
                .filter(cells::containsKey)
                .toList();
        return column == Column.RESPONSIBILITY
                ? !parts.isEmpty() && parts.stream().allMatch(this::goesOn)
                : goesOn(column);
    }

    private boolean goesOn(Column column) {
        return inferred.contains(column) || merged.contains(column);
    }

    /** 责任单位 is put together where the table divides it into 牵头单位 and 配合单位. */
    public String text(Column column) {
        return column == Column.RESPONSIBILITY ? responsibility() : cells.getOrDefault(column, "");
    }

    private String responsibility() {
        var whole = cells.getOrDefault(Column.RESPONSIBILITY, "");
        var lead = cells.getOrDefault(Column.LEAD, "");
        var cooperating = cells.getOrDefault(Column.COOPERATING, "");
        if (lead.isBlank() && cooperating.isBlank()) {
            return whole;
        }
        var leading = lead.isBlank() ? whole : lead;
        return (leading.isBlank() ? "" : "牵头单位：" + leading)
                + (!leading.isBlank() && !cooperating.isBlank() ? "\n" : "")
                + (cooperating.isBlank() ? "" : "配合单位：" + cooperating);
    }

    /** Where a cell stands, in the words of the people who made the table. */
    public String cell(Column column) {
        return "第%d行·%s".formatted(number, column.heading());
    }
}
