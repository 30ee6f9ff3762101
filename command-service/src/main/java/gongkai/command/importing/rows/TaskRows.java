package gongkai.command.importing.rows;

import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows of a grid are tasks: below the headings, and neither headings again, nor a section, nor a remark. */
public final class TaskRows {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_CELL = 20_000;
    private static final Pattern REMARK = Pattern.compile("^(?:备?注|说明|附注|填表说明|联系人|合计)[:：].*", Pattern.DOTALL);

    private final Grid grid;
    private final List<SourceRow> rows = new ArrayList<>();
    private final Continuations continuations = new Continuations();
    private Optional<String> section = Optional.empty();
    private Map<Column, Integer> columns;

    private TaskRows(Grid grid) {
        this.grid = grid;
        this.columns = Map.of();
    }

    /** Whether a row of the grid has the headings of a task table. */
    public static boolean areIn(Grid grid) {
        return grid.rows().stream().anyMatch(TaskRows::isHeading);
    }

    /** The non-blank lines above the headings, in a format that keeps the title in the grid. */
    public static List<String> linesAbove(Grid grid) {
        return grid.rows().stream()
                .takeWhile(row -> !isHeading(row))
                .map(row -> row.stream()
                        .map(GridCell::text)
                        .filter(it -> !it.isBlank())
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * @param lines above the table
     * @throws UnreadableTableException when no row has the headings, or one is missing
     */
    public static SourceTable read(List<String> lines, Grid grid) {
        return new SourceTable(lines, new TaskRows(grid).read());
    }

    private List<SourceRow> read() {
        int headingRow = headingRow();
        columns = columnsOf(grid.rows().get(headingRow));
        requireAll(headingRow);
        for (var cells : grid.rows().subList(headingRow + 1, grid.rows().size())) {
            take(cells);
        }
        return List.copyOf(rows);
    }

    private void take(List<GridCell> cells) {
        var filled = cells.stream().filter(it -> !it.text().isBlank()).toList();
        if (filled.isEmpty() || isRemark(filled)) {
            return;
        }
        if (isHeading(cells)) {
            columns = columnsOf(cells);
        } else if (runsAcross(cells, filled)) {
            section = Optional.of(filled.getFirst().text());
            continuations.endSection();
        } else {
            takeTask(cells);
        }
    }

    /** One text over the full width, or, where merging cannot be marked, alone in a row without content. */
    private boolean runsAcross(List<GridCell> cells, List<GridCell> filled) {
        return cells.size() == 1
                || (!grid.merged()
                        && filled.size() == 1
                        && filled.getFirst().column() == cells.getFirst().column()
                        && !filled.getFirst().covers(columns.getOrDefault(Column.CONTENT, -1)));
    }

    private static boolean isRemark(List<GridCell> filled) {
        return filled.size() == 1
                && REMARK.matcher(filled.getFirst().text().strip()).matches();
    }

    private void takeTask(List<GridCell> cells) {
        var texts = texts(cells);
        var inferred = grid.merged() ? Set.<Column>of() : continuations.fill(texts);
        rows.add(new SourceRow(rows.size() + 1, section, texts, inferred, merged(cells)));
        if (rows.size() > MAX_ROWS) {
            throw new UnreadableTableException(
                    Reason.TABLE_TOO_LARGE,
                    "The table has more than %,d task rows; divide it into several files.".formatted(MAX_ROWS));
        }
    }

    private Set<Column> merged(List<GridCell> cells) {
        var merged = EnumSet.noneOf(Column.class);
        columns.forEach((column, index) ->
                cells.stream().filter(it -> it.covers(index) && it.continued()).forEach(_ -> merged.add(column)));
        return merged;
    }

    private int headingRow() {
        for (int i = 0; i < grid.rows().size(); i++) {
            if (isHeading(grid.rows().get(i))) {
                return i;
            }
        }
        throw new UnreadableTableException(
                Reason.COLUMN_MISSING,
                "No row of the table has the heading «%s»; name the columns as in the county's form: %s."
                        .formatted(Column.CONTENT.heading(), allHeadings()));
    }

    /** A content column beside at least one more. */
    private static boolean isHeading(List<GridCell> cells) {
        var columns = columnsOf(cells);
        return columns.containsKey(Column.CONTENT) && columns.size() > 1;
    }

    /** Of two columns that could hold the content, the later says it and the earlier says what it is about. */
    private static Map<Column, Integer> columnsOf(List<GridCell> cells) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var cell : cells) {
            Column.headed(cell.text()).ifPresent(column -> {
                if (column == Column.CONTENT && columns.containsKey(Column.CONTENT)) {
                    columns.putIfAbsent(Column.CATEGORY, columns.getOrDefault(Column.CONTENT, 0));
                    columns.put(Column.CONTENT, cell.column());
                } else {
                    columns.putIfAbsent(column, cell.column());
                }
            });
        }
        return columns;
    }

    private void requireAll(int headingRow) {
        require(Column.TIME_LIMIT, columns.containsKey(Column.TIME_LIMIT), headingRow);
        require(
                Column.RESPONSIBILITY,
                columns.containsKey(Column.RESPONSIBILITY) || columns.containsKey(Column.LEAD),
                headingRow);
    }

    private void require(Column column, boolean present, int headingRow) {
        if (!present) {
            throw new UnreadableTableException(
                    Reason.COLUMN_MISSING,
                    "The table has no column «%s»: its heading row (row %d) reads %s. Add the column or correct its heading."
                            .formatted(
                                    column.heading(),
                                    headingRow + 1,
                                    grid.rows().get(headingRow).stream()
                                            .map(it -> "«" + it.text().replaceAll("\\s", "") + "»")
                                            .collect(Collectors.joining(" "))));
        }
    }

    private static String allHeadings() {
        return Stream.of(Column.DIRECTORY, Column.CATEGORY, Column.CONTENT, Column.RESPONSIBILITY, Column.TIME_LIMIT)
                .map(Column::heading)
                .collect(Collectors.joining("、"));
    }

    private Map<Column, String> texts(List<GridCell> cells) {
        var texts = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, index) -> texts.put(
                column,
                cells.stream()
                        .filter(it -> it.covers(index))
                        .findFirst()
                        .map(GridCell::text)
                        .orElse("")));
        texts.values().stream().filter(it -> it.length() > MAX_CELL).findAny().ifPresent(it -> {
            throw new UnreadableTableException(
                    Reason.TABLE_TOO_LARGE,
                    "A cell of task row %d holds %,d characters; at most %,d are read."
                            .formatted(rows.size() + 1, it.length(), MAX_CELL));
        });
        return texts;
    }
}
