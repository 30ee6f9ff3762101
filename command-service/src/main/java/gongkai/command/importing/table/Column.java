package gongkai.command.importing.table;

import java.util.Optional;
import java.util.stream.Stream;

/** The columns that a task table has, each known by the words of its heading. */
public enum Column {
    DIRECTORY("公开目录"),
    CATEGORY("分类"),
    CONTENT("公开内容"),
    RESPONSIBILITY("责任单位"),
    TIME_LIMIT("完成时限");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    /** @param text a heading cell, whose line breaks and spaces do not count */
    static Optional<Column> headed(String text) {
        var words = text.replaceAll("\\s|　", "");
        return Stream.of(values()).filter(it -> words.equals(it.heading)).findFirst();
    }
}
