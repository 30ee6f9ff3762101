package gongkai.command.importing.table;

import gongkai.command.importing.table.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Finds the task table of a Word document, by its headings, and the paragraphs above it. */
final class WordTableReader {

    static {
        // A task table is a few hundred kilobytes; whoever unpacks to more is not one.
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(64L << 20);
        ZipSecureFile.setMaxTextSize(16L << 20);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    SourceTable read(String fileName, byte[] content) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
            return read(document);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | NotOfficeXmlFileException e) {
            throw new UnreadableTableException(
                    Reason.FILE_DAMAGED,
                    "«%s» ends in .docx but cannot be opened as a Word document (damaged, encrypted or renamed). "
                                    .formatted(fileName)
                            + "Open it in Word or WPS, save it as .docx without a password and send that.",
                    e);
        }
    }

    private static SourceTable read(XWPFDocument document) {
        var tables = document.getTables();
        var table = tables.stream()
                .filter(WordTableReader::looksLikeTasks)
                .findFirst()
                .orElseThrow(() -> new UnreadableTableException(
                        Reason.TABLE_MISSING,
                        "The document holds no task table: %d tables were looked at, and none has a heading row with «%s»."
                                .formatted(tables.size(), Column.CONTENT.heading())));
        return new SourceTable(paragraphsAbove(document, table), new TaskRows(WordGrid.of(table)).read());
    }

    private static boolean looksLikeTasks(XWPFTable table) {
        return table.getRows().stream()
                .flatMap(row -> row.getTableCells().stream())
                .anyMatch(cell -> Column.headed(cell.getText()).isPresent());
    }

    private static List<String> paragraphsAbove(XWPFDocument document, XWPFTable table) {
        return document.getBodyElements().stream()
                .takeWhile(element -> !element.equals(table))
                .filter(XWPFParagraph.class::isInstance)
                .map(it -> ((XWPFParagraph) it).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }
}
