package gongkai.event;

import java.util.Optional;

/**
 * A row's five cells as they stand in the document, line breaks included; merged cells repeat their text.
 *
 * @param section the full-width heading above the row, if any (重点领域信息公开)
 */
public record TaskText(
        Optional<String> section,
        String directory,
        String category,
        String content,
        String responsibility,
        String timeLimit) {

    /** A short cell without the breaks that its narrow column made. */
    public static String oneLine(String cell) {
        return cell.replaceAll("\\s+", "");
    }
}
