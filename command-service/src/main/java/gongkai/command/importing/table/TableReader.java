package gongkai.command.importing.table;

import gongkai.command.importing.table.UnreadableTableException.Reason;
import java.util.Locale;

/** Opens a file by what it is and reads its task table. */
public final class TableReader {

    private final WordTableReader word = new WordTableReader();

    /**
     * @param fileName as the user named it; its ending says the format
     * @throws UnreadableTableException when no task table can be read from it
     */
    public SourceTable read(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableTableException(
                    Reason.FILE_EMPTY, "The file «%s» is empty; choose the Word file again.".formatted(fileName));
        }
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".docx")) {
            throw new UnreadableTableException(
                    Reason.FILE_TYPE_UNSUPPORTED,
                    "«%s» is not a .docx file. Open it in Word or WPS, save it as «Word document (.docx)» and send that."
                            .formatted(fileName));
        }
        return word.read(fileName, content);
    }
}
