package gongkai.query.office;

import java.util.List;
import java.util.Optional;

/**
 * A table of a document.
 *
 * @param heading above it; a sheet's name in Excel
 * @param columns its headings and how wide each is, in shares of the whole
 */
public record OfficeTable(Optional<String> heading, List<Column> columns, List<Row> rows) {

    public OfficeTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public record Column(String heading, int width) {}

    /** A line of the table. */
    public sealed interface Row {

        /** One text over the full width. */
        record Section(String text) implements Row {}

        /** A cell for each column. */
        record Cells(List<OfficeCell> cells) implements Row {}
    }

    int width() {
        return columns.stream().mapToInt(Column::width).sum();
    }
}
