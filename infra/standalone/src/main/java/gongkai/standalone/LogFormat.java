package gongkai.standalone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the log is written. */
enum LogFormat {
    /** For people. */
    LINES,
    /** A JSON object a line, in the Elastic Common Schema. */
    ECS;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LogFormat> named(String text) {
        return Arrays.stream(values()).filter(it -> it.id().equals(text)).findFirst();
    }
}
