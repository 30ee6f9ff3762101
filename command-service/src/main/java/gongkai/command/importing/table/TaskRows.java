package gongkai.command.importing.table;

import gongkai.command.importing.table.UnreadableTableException.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows of a grid are tasks: below the headings, and not a heading that runs over the full width. */
final class TaskRows {

    private final List<List<GridCell>> grid;

    TaskRows(List<List<GridCell>> grid) {
        this.grid = grid;
    }

    List<SourceRow> read() {
        int headingRow = headingRow();
        var columns = columnsOf(grid.get(headingRow));
        requireAll(columns, headingRow);
        List<SourceRow> rows = new ArrayList<>();
        Optional<String> section = Optional.empty();
        for (var cells : grid.subList(headingRow + 1, grid.size())) {
            if (cells.size() == 1) {
                section = Optional.of(cells.getFirst().text());
            } else if (isTask(cells, columns)) {
                rows.add(new SourceRow(rows.size() + 1, section, texts(cells, columns)));
            }
        }
        return rows;
    }

    /** Not the headings again, as on each new page, and not a row without a single word. */
    private static boolean isTask(List<GridCell> cells, Map<Column, Integer> columns) {
        return !columnsOf(cells).equals(columns)
                && !cells.stream().allMatch(it -> it.text().isBlank());
    }

    private int headingRow() {
        for (int i = 0; i < grid.size(); i++) {
            if (columnsOf(grid.get(i)).containsKey(Column.CONTENT)) {
                return i;
            }
        }
        throw new UnreadableTableException(
                Reason.COLUMN_MISSING,
                "No row of the table has the heading «%s»; name the columns as in the county's form: %s."
                        .formatted(Column.CONTENT.heading(), allHeadings()));
    }

    private static Map<Column, Integer> columnsOf(List<GridCell> cells) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        cells.forEach(cell -> Column.headed(cell.text()).ifPresent(it -> columns.putIfAbsent(it, cell.column())));
        return columns;
    }

    private void requireAll(Map<Column, Integer> columns, int headingRow) {
        for (var column : Column.values()) {
            if (!columns.containsKey(column)) {
                throw new UnreadableTableException(
                        Reason.COLUMN_MISSING,
                        "The table has no column «%s»: its heading row (row %d) reads %s. Add the column or correct its heading."
                                .formatted(
                                        column.heading(),
                                        headingRow + 1,
                                        grid.get(headingRow).stream()
                                                .map(it -> "«" + it.text().replaceAll("\\s", "") + "»")
                                                .collect(Collectors.joining(" "))));
            }
        }
    }

    private static String allHeadings() {
        return List.of(Column.values()).stream().map(Column::heading).collect(Collectors.joining("、"));
    }

    private static Map<Column, String> texts(List<GridCell> cells, Map<Column, Integer> columns) {
        var texts = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, index) -> cells.stream()
                .filter(it -> it.column() <= index && index < it.column() + it.span())
                .findFirst()
                .ifPresent(it -> texts.put(column, it.text())));
        return texts;
    }
}
