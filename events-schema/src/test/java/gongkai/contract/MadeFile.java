package gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made from others: a test compares it, {@code infra/contract} writes it anew. */
final class MadeFile {

    private MadeFile() {}

    static void check(Path file, String content) {
        try {
            if (Boolean.getBoolean("gongkai.contract.write")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, content);
            }
            assertThat(Files.exists(file) && Files.readString(file).equals(content))
                    .as("%s is not up to date; ./infra/contract writes it anew", file)
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
