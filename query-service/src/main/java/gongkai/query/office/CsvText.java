package gongkai.query.office;

import gongkai.query.office.OfficeTable.Column;
import gongkai.query.office.OfficeTable.Row.Cells;
import gongkai.query.office.OfficeTable.Row.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180 in UTF-8, with the mark by which Excel knows it; merged cells repeat their text. */
final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    static byte[] write(OfficeDocument document) throws IOException {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(FormulaText.quoted(document.title()));
            var table = document.tables().getFirst();
            csv.printRecord(table.columns().stream().map(Column::heading));
            for (var row : table.rows()) {
                switch (row) {
                    case Section(var section) -> csv.printRecord(FormulaText.quoted(section));
                    case Cells(var cells) -> csv.printRecord(cells.stream().map(it -> FormulaText.quoted(it.text())));
                }
            }
            csv.printRecord(FormulaText.quoted(document.remark()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
