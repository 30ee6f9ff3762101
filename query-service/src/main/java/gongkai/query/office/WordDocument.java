package gongkai.query.office;

import gongkai.query.office.OfficeTable.Column;
import gongkai.query.office.OfficeTable.Row.Cells;
import gongkai.query.office.OfficeTable.Row.Section;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Word, A4 across; a cell that continues the one above is merged with it, a section runs over the full width. */
final class WordDocument {

    private static final int PAGE_LONG = 16_838;
    private static final int PAGE_SHORT = 11_906;
    private static final int MARGIN = 850;
    private static final int TEXT_WIDTH = PAGE_LONG - 2 * MARGIN;
    private static final int TITLE_SIZE = 16;

    private final XWPFDocument document;

    private WordDocument(XWPFDocument document) {
        this.document = document;
    }

    static byte[] write(OfficeDocument it) throws IOException {
        try (var document = new XWPFDocument()) {
            var word = new WordDocument(document);
            word.layPage();
            word.title(it.title(), TITLE_SIZE);
            for (var table : it.tables()) {
                table.heading().ifPresent(heading -> word.title(heading, TITLE_SIZE - 4));
                word.table(table);
            }
            WordText.append(document.createParagraph(), it.remark());
            return ReproduciblePackage.of(document, it.made());
        }
    }

    private void layPage() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_LONG));
        size.setH(BigInteger.valueOf(PAGE_SHORT));
        size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.addNewPgMar();
        var margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
    }

    private void title(String text, int size) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = WordText.append(paragraph, text);
        run.setFontSize(size);
        run.setBold(true);
    }

    private void table(OfficeTable it) {
        var table = document.createTable(1, it.columns().size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(TEXT_WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var widths = it.columns().stream()
                .map(Column::width)
                .map(width -> TEXT_WIDTH * width / it.width())
                .toList();
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        var headings = table.getRow(0);
        headings.setRepeatHeader(true);
        for (int column = 0; column < widths.size(); column++) {
            var cell = cell(headings.getCell(column), widths.get(column));
            WordText.write(cell, OfficeCell.of(it.columns().get(column).heading()))
                    .forEach(run -> run.setBold(true));
        }
        rows(table, it, widths);
    }

    private static void rows(XWPFTable table, OfficeTable it, List<Integer> widths) {
        for (int row = 0; row < it.rows().size(); row++) {
            var line = table.createRow();
            switch (it.rows().get(row)) {
                case Section(var text) -> {
                    while (line.getTableCells().size() > 1) {
                        line.removeCell(1);
                    }
                    var cell = cell(line.getCell(0), TEXT_WIDTH);
                    cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.size()));
                    WordText.write(cell, OfficeCell.of(text)).forEach(run -> run.setBold(true));
                    cell.getParagraphs().forEach(paragraph -> paragraph.setAlignment(ParagraphAlignment.CENTER));
                }
                case Cells(var cells) -> {
                    for (int column = 0; column < cells.size(); column++) {
                        var cell = cell(line.getCell(column), widths.get(column));
                        write(cell, cells.get(column), startsMerge(it, row, column));
                    }
                }
            }
        }
    }

    private static void write(XWPFTableCell cell, OfficeCell it, boolean startsMerge) {
        if (it.continued()) {
            cell.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
        } else {
            if (startsMerge) {
                cell.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.RESTART);
            }
            WordText.write(cell, it);
        }
    }

    private static boolean startsMerge(OfficeTable it, int row, int column) {
        return row + 1 < it.rows().size()
                && it.rows().get(row + 1) instanceof Cells(var below)
                && below.get(column).continued();
    }

    private static XWPFTableCell cell(XWPFTableCell cell, int width) {
        cell.setWidth(String.valueOf(width));
        return cell;
    }
}
