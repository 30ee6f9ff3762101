package gongkai.command.importing.table;

import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    private OfficeLimits() {}

    static OPCPackage open(byte[] content) throws IOException, InvalidFormatException {
        var opened = OPCPackage.open(new ByteArrayInputStream(content));
        if (opened.getParts().stream().anyMatch(it -> it.getPartName().getName().contains("vbaProject"))) {
            opened.revert();
            throw new UnreadableTableException(
                    Reason.FILE_TYPE_UNSUPPORTED,
                    "The document holds macros: save it as .docx or .xlsx without them and send that.");
        }
        return opened;
    }
}
