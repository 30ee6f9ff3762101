package gongkai.command.importing.table;

import gongkai.command.importing.rows.Grid;
import gongkai.command.importing.rows.GridCell;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.TaskRows;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds the task table of a Word document, by its headings, and the paragraphs above it. */
final class WordTableReader {

    private final List<String> above = new ArrayList<>();
    private final List<List<GridCell>> rows = new ArrayList<>();
    private int tables;

    private WordTableReader() {}

    static SourceTable read(byte[] content) throws Exception {
        try (var document = new XWPFDocument(OfficeLimits.open(content))) {
            var reader = new WordTableReader();
            reader.readBlocks(document.getDocument().getBody().getDomNode());
            return reader.table();
        }
    }

    /** Content controls stand around any block; what they hold counts as if it stood there itself. */
    private void readBlocks(Node container) {
        for (var block : WordXml.blocksOf(container)) {
            switch (block.getLocalName()) {
                case "p" -> readParagraph(block);
                case "tbl" -> readTable(block);
                default -> {}
            }
        }
    }

    private void readParagraph(Element paragraph) {
        var text = WordXml.textOf(paragraph);
        if (rows.isEmpty() && !text.isBlank()) {
            above.add(text);
        }
    }

    /** The first table with the headings, and the tables after it that go on with its columns. */
    private void readTable(Element element) {
        tables++;
        var grid = new Grid(WordGrid.of(element), true);
        var isFirst = rows.isEmpty() && TaskRows.areIn(grid);
        if (isFirst || (!rows.isEmpty() && continues(grid))) {
            rows.addAll(grid.rows());
        }
    }

    private boolean continues(Grid grid) {
        return TaskRows.areIn(grid) || width(grid.rows()).equals(width(rows));
    }

    private static Optional<Integer> width(List<List<GridCell>> rows) {
        return rows.stream()
                .filter(row -> row.size() > 1)
                .map(row -> row.getLast().column() + row.getLast().span())
                .max(Integer::compare);
    }

    private SourceTable table() {
        if (rows.isEmpty()) {
            throw new UnreadableTableException(
                    Reason.TABLE_MISSING,
                    "The document holds no task table: %d tables were looked at, and none has a heading row with «公开内容»."
                            .formatted(tables));
        }
        return TaskRows.read(above, new Grid(rows, true));
    }
}
