package gongkai.command.importing.table;

import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** How far an Office package may unpack: a task table is a few hundred kilobytes, and holds no program. */
final class OfficeLimits {

    static {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(32L << 20);
        ZipSecureFile.setMaxTextSize(16L << 20);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    /** Pictures do not grow; text does, and becomes some ten times as much in memory. */
    private static final long MOST_GROWTH = 16L << 20;

    private OfficeLimits() {}

    static OPCPackage open(byte[] content) throws IOException, InvalidFormatException {
        refuseBomb(content);
        var opened = OPCPackage.open(new ByteArrayInputStream(content));
        if (opened.getParts().stream().anyMatch(it -> it.getPartName().getName().contains("vbaProject"))) {
            opened.revert();
            throw new UnreadableTableException(
                    Reason.FILE_TYPE_UNSUPPORTED,
                    "The document holds macros: save it as .docx or .xlsx without them and send that.");
        }
        return opened;
    }

    /** All of it together: the library looks at each entry alone, and keeps them all in memory. */
    private static void refuseBomb(byte[] content) throws IOException {
        long unpacked = 0;
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            var buffer = new byte[16_384];
            while (zip.getNextEntry() != null) {
                for (int n; (n = zip.read(buffer)) >= 0; ) {
                    unpacked += n;
                    if (unpacked > content.length + MOST_GROWTH) {
                        throw new UnreadableTableException(
                                Reason.FILE_TOO_COMPLEX,
                                "The file is too strongly compressed: it unpacks to more than %d MB beyond its size. Copy the task table alone into a new document."
                                        .formatted(MOST_GROWTH >> 20));
                    }
                }
            }
        }
    }
}
