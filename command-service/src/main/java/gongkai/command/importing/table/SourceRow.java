package gongkai.command.importing.table;

import java.util.Map;
import java.util.Optional;

/**
 * One task row.
 *
 * @param number counts task rows from 1
 * @param section the full-width heading above it
 * @param cells raw text by column; a merged cell's text stands in each row that it covers
 */
public record SourceRow(int number, Optional<String> section, Map<Column, String> cells) {

    public String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** Where a cell stands, in the words of the people who made the table. */
    public String cell(Column column) {
        return "第%d行·%s".formatted(number, column.heading());
    }
}
