package gongkai.command.importing.reading;

import java.util.regex.Pattern;

/** The words of a cell as they are meant, where Word's line breaks, leftovers and widths of characters do not count. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0\\u200b\\u00ad]+");
    private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark:[^\\]]*\\]");

    private Words() {}

    static String joined(String raw) {
        return SPACE.matcher(withoutBookmarks(raw)).replaceAll("");
    }

    static String withoutBookmarks(String raw) {
        return BOOKMARK.matcher(raw).replaceAll("");
    }

    /** For reading amounts and dates: joined, in ASCII digits and brackets, Chinese numerals in figures. */
    static String figures(String raw) {
        var narrow = new StringBuilder();
        joined(raw).chars().map(Words::narrow).forEach(it -> narrow.append((char) it));
        return Numerals.inFigures(narrow.toString());
    }

    private static int narrow(int character) {
        return character >= '！' && character <= '～' ? character - '！' + '!' : character;
    }
}
