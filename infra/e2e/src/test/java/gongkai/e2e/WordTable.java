package gongkai.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** The first table of a Word file, cell by cell, with how cells are merged. */
record WordTable(List<List<Cell>> rows) {

    /** @param merge «restart», «continue», «across» or nothing */
    record Cell(String text, String merge) {}

    static WordTable of(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return new WordTable(document.getTables().getFirst().getRows().stream()
                    .map(row ->
                            row.getTableCells().stream().map(WordTable::cell).toList())
                    .toList());
        }
    }

    private static Cell cell(XWPFTableCell it) {
        var text = it.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        return new Cell(text, merge(it));
    }

    private static String merge(XWPFTableCell it) {
        var properties = it.getCTTc().getTcPr();
        if (properties == null) {
            return "";
        }
        if (properties.isSetGridSpan()) {
            return "across";
        }
        return properties.isSetVMerge()
                ? (properties.getVMerge().isSetVal()
                        ? properties.getVMerge().getVal().toString()
                        : "continue")
                : "";
    }
}
