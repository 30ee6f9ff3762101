package gongkai.command.importing.table;

import gongkai.command.importing.rows.Grid;
import gongkai.command.importing.rows.GridCell;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.TaskRows;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Finds the sheet that holds the task table, and lays it out with its merged ranges resolved; cells read as shown. */
final class ExcelTableReader {

    private static final int MAX_ROWS = 6_000;
    private static final int MAX_COLUMNS = 200;

    private final DataFormatter shown = new DataFormatter(Locale.CHINA);
    private final Sheet sheet;
    private final List<CellRangeAddress> merged;

    private ExcelTableReader(Sheet sheet) {
        this.sheet = sheet;
        this.merged = sheet.getMergedRegions();
        this.shown.setUseCachedValuesForFormulaCells(true);
    }

    static SourceTable read(byte[] content) throws Exception {
        try (var workbook = new XSSFWorkbook(OfficeLimits.open(content))) {
            return StreamSupport.stream(workbook.spliterator(), false)
                    .map(sheet -> new ExcelTableReader(sheet).grid())
                    .filter(TaskRows::areIn)
                    .findFirst()
                    .map(grid -> TaskRows.read(TaskRows.linesAbove(grid), grid))
                    .orElseThrow(() -> new UnreadableTableException(
                            Reason.TABLE_MISSING,
                            "The workbook holds no task table: %d sheets were looked at, and none has a heading row with «公开内容»."
                                    .formatted(workbook.getNumberOfSheets())));
        }
    }

    private Grid grid() {
        if (sheet.getPhysicalNumberOfRows() > MAX_ROWS) {
            throw new UnreadableTableException(
                    Reason.TABLE_TOO_LARGE,
                    "The sheet «%s» has %,d rows; at most %,d are read. Delete those that belong to no task."
                            .formatted(sheet.getSheetName(), sheet.getPhysicalNumberOfRows(), MAX_ROWS));
        }
        List<List<GridCell>> rows = new ArrayList<>();
        sheet.forEach(row -> rows.add(cellsOf(row)));
        return new Grid(rows, true);
    }

    private List<GridCell> cellsOf(Row row) {
        List<GridCell> cells = new ArrayList<>();
        int width = Math.min(MAX_COLUMNS, widthOf(row));
        int column = 0;
        while (column < width) {
            var cell = cellAt(row, column);
            cells.add(cell);
            column += cell.span();
        }
        return cells;
    }

    private GridCell cellAt(Row row, int column) {
        return merged.stream()
                .filter(it -> it.isInRange(row.getRowNum(), column))
                .findFirst()
                .map(it -> new GridCell(
                        textAt(it.getFirstRow(), it.getFirstColumn()),
                        column,
                        Math.min(it.getLastColumn(), MAX_COLUMNS) - column + 1,
                        it.getFirstRow() < row.getRowNum()))
                .orElseGet(() -> new GridCell(text(row.getCell(column)), column, 1));
    }

    private int widthOf(Row row) {
        return merged.stream()
                .filter(it -> it.containsRow(row.getRowNum()))
                .mapToInt(it -> it.getLastColumn() + 1)
                .reduce(Math.max(0, row.getLastCellNum()), Math::max);
    }

    private String textAt(int rowNumber, int column) {
        var row = sheet.getRow(rowNumber);
        return row == null ? "" : text(row.getCell(column));
    }

    private String text(@Nullable Cell cell) {
        return cell == null ? "" : shown.formatCellValue(cell);
    }
}
