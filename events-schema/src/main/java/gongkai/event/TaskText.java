package gongkai.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark:[^\\]]*\\]");

    /** Whether all cells read the same there, line breaks, white space and Word's bookmark leftovers aside. */
    public boolean sameWords(TaskText other) {
        return words().equals(other.words());
    }

    private List<String> words() {
        return Stream.of(section.orElse(""), directory, category, content, responsibility, timeLimit)
                .map(cell -> oneLine(BOOKMARK.matcher(cell).replaceAll("")))
                .toList();
    }

    /** A short cell without the breaks that its narrow column made. */
    public static String oneLine(String cell) {
        return cell.replaceAll("\\s+", "");
    }
}
