package gongkai.command.importing.table;

import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, or else in GB18030, which Chinese Windows writes; bytes that are neither are refused, not guessed at. */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {}

    static String decode(String fileName, byte[] content) {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            try {
                var text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    return text.startsWith("\uFEFF") ? text.substring(1) : text;
                }
            } catch (CharacterCodingException _) {
                // The next one may fit.
            }
        }
        throw new UnreadableTableException(
                Reason.FILE_DAMAGED,
                "«%s» is neither UTF-8 nor GB18030 text; save it as «CSV UTF-8» or plain text in UTF-8 and send that."
                        .formatted(fileName));
    }
}
