package gongkai.command.importing.table;

import gongkai.command.importing.rows.Grid;
import gongkai.command.importing.rows.GridCell;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.TaskRows;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table as CSV, with commas, semicolons or tabs; merged cells are blanks there. */
final class CsvTableReader {

    private static final int MAX_ROWS = 6_000;
    private static final int MAX_COLUMNS = 200;

    private CsvTableReader() {}

    static SourceTable read(String fileName, byte[] content) throws IOException {
        var text = PlainText.decode(fileName, content);
        return Stream.of(',', '\t', ';')
                .map(delimiter -> grid(text, delimiter))
                .filter(TaskRows::areIn)
                .findFirst()
                .map(grid -> TaskRows.read(TaskRows.linesAbove(grid), grid))
                .orElseThrow(() -> new UnreadableTableException(
                        Reason.TABLE_MISSING,
                        "«%s» holds no task table: no line has the heading «公开内容» beside others, divided by commas, tabs or semicolons."
                                .formatted(fileName)));
    }

    private static Grid grid(String text, char delimiter) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var lines = format.parse(new StringReader(text))) {
            return new Grid(
                    lines.stream().limit(MAX_ROWS).map(CsvTableReader::cellsOf).toList(), false);
        } catch (IOException e) {
            throw new UnreadableTableException(
                    Reason.FILE_DAMAGED, "This is not CSV that can be read: " + e.getMessage(), e);
        }
    }

    private static List<GridCell> cellsOf(CSVRecord line) {
        return IntStream.range(0, Math.min(line.size(), MAX_COLUMNS))
                .mapToObj(column -> new GridCell(line.get(column), column, 1))
                .toList();
    }
}
