package gongkai.command.importing.table;

import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The formats that a task table is read from. */
enum FileFormat {
    DOCX,
    XLSX,
    CSV,
    TXT;

    private static final Map<String, String> CURES = Map.of(
            "doc",
                    "It is in the old Word format: open it in Word or WPS, save it as «Word document (.docx)» and send that.",
            "wps", "Open it in WPS, save it as «Word document (.docx)» and send that.",
            "rtf", "Open it in Word or WPS, save it as «Word document (.docx)» and send that.",
            "xls",
                    "It is in the old Excel format: open it in Excel or WPS, save it as «Excel workbook (.xlsx)» and send that.",
            "et", "Open it in WPS, save it as «Excel workbook (.xlsx)» and send that.",
            "docm", "It may hold macros: save it as «Word document (.docx)» without them and send that.",
            "xlsm", "It may hold macros: save it as «Excel workbook (.xlsx)» without them and send that.",
            "pdf", "A PDF does not say which cells its text stands in: send the .docx or .xlsx that it was made from.",
            "zip", "Unpack it and send the table that is in it.");

    private static final String READ_HERE = "Send the table as .docx, .xlsx, .csv or .txt.";

    static FileFormat of(String fileName, byte[] content) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var magic = FileMagic.valueOf(content);
        if (magic == FileMagic.OLE2) {
            throw unsupported(fileName, isEncrypted(content) ? encrypted(ending) : old(ending));
        }
        if (magic == FileMagic.PDF) {
            throw unsupported(fileName, cureOf("pdf"));
        }
        return switch (ending) {
            case "docx" -> DOCX;
            case "xlsx" -> XLSX;
            case "csv" -> text(CSV, magic, fileName);
            case "txt" -> text(TXT, magic, fileName);
            default -> throw unsupported(fileName, cureOf(ending));
        };
    }

    private static FileFormat text(FileFormat format, FileMagic magic, String fileName) {
        if (magic == FileMagic.OOXML || magic == FileMagic.RTF) {
            throw unsupported(
                    fileName, "It is no text but an Office document: give it its proper ending and send it again.");
        }
        return format;
    }

    private static String cureOf(String ending) {
        return CURES.getOrDefault(ending, READ_HERE);
    }

    private static String old(String ending) {
        return ending.startsWith("x") || ending.equals("et") ? cureOf("xls") : cureOf("doc");
    }

    private static String encrypted(String ending) {
        return "It is protected by a password: save it as .%s without one and send that.".formatted(ending);
    }

    private static boolean isEncrypted(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    private static UnreadableTableException unsupported(String fileName, String cure) {
        return new UnreadableTableException(
                Reason.FILE_TYPE_UNSUPPORTED, "«%s» is of a type that is not read here. %s".formatted(fileName, cure));
    }
}
