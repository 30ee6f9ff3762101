package gongkai.bundle;

import java.nio.charset.StandardCharsets;

/** Text as bytes of a file: UTF-8. */
final class Text {

    private Text() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
