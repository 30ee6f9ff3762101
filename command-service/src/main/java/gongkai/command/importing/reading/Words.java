package gongkai.command.importing.reading;

import java.util.regex.Pattern;

/** The words of a cell as they are meant, where Word's line breaks and leftovers do not count. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0]+");
    private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark:[^\\]]*\\]");

    private Words() {}

    static String joined(String raw) {
        return SPACE.matcher(withoutBookmarks(raw)).replaceAll("");
    }

    static String withoutBookmarks(String raw) {
        return BOOKMARK.matcher(raw).replaceAll("");
    }
}
