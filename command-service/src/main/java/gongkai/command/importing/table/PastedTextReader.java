package gongkai.command.importing.table;

import gongkai.command.importing.rows.Grid;
import gongkai.command.importing.rows.GridCell;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.TaskRows;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it comes out when its text is copied from a page: a line that starts with a tab starts a cell, further lines
 * belong to it, and a cell after an empty line starts a row. Merged cells are blanks there.
 */
final class PastedTextReader {

    private static final int MAX_ROWS = 6_000;
    private static final int MAX_COLUMNS = 200;

    private final List<String> above = new ArrayList<>();
    private final List<List<GridCell>> rows = new ArrayList<>();
    private List<StringBuilder> row = new ArrayList<>();
    private boolean afterEmptyLine = true;

    private PastedTextReader() {}

    static SourceTable read(String fileName, byte[] content) {
        var reader = new PastedTextReader();
        PlainText.decode(fileName, content).lines().forEach(reader::take);
        reader.endRow();
        var grid = new Grid(reader.rows, false);
        if (!TaskRows.areIn(grid)) {
            throw new UnreadableTableException(
                    Reason.TABLE_MISSING,
                    ("«%s» holds no task table: each cell must start on a line of its own with a tab, each row after an empty "
                                    + "line, and one row must have the heading «公开内容». For a table in columns send .csv.")
                            .formatted(fileName));
        }
        return TaskRows.read(reader.above, grid);
    }

    private void take(String line) {
        if (line.startsWith("\t")) {
            if (afterEmptyLine) {
                endRow();
            }
            if (row.size() < MAX_COLUMNS) {
                row.add(new StringBuilder(line.substring(1)));
            }
        } else if (!row.isEmpty()) {
            row.getLast().append('\n').append(line);
        } else if (!line.isBlank() && above.size() < MAX_ROWS) {
            above.add(line.strip());
        }
        afterEmptyLine = line.isEmpty();
    }

    private void endRow() {
        if (!row.isEmpty()) {
            List<GridCell> cells = new ArrayList<>();
            for (var text : row) {
                cells.add(new GridCell(text.toString().strip(), cells.size(), 1));
            }
            rows.add(cells);
            if (rows.size() > MAX_ROWS) {
                throw new UnreadableTableException(
                        Reason.TABLE_TOO_LARGE,
                        "The text has more than %,d rows; delete those that belong to no task.".formatted(MAX_ROWS));
            }
        }
        row = new ArrayList<>();
    }
}
