package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private Path directory;

    @BeforeEach
    void name(@TempDir Path parent) {
        directory = parent.resolve("data");
    }

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThat(data.empty()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isNotEmptyOnceSomethingIsThere() throws IOException {
        DataDirectory.open(directory).close();
        Files.createFile(directory.resolve("something"));
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThat(data.empty()).isFalse();
        }
    }

    @Test
    void servesOneAtATime() throws IOException {
        try (DataDirectory first = DataDirectory.open(directory)) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> DataDirectory.open(first.path()))
                    .withMessage("Data directory %s is in use by another running Gongkai (pid %d):"
                                    .formatted(
                                            directory, ProcessHandle.current().pid())
                            + " stop that one, or set GONGKAI_DATA_DIR to another directory.");
        }
        DataDirectory.open(directory).close();
    }

    @Test
    void saysThatAFileIsNoDirectory() throws IOException {
        Files.createFile(directory);
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DataDirectory.open(directory))
                .withMessage("Data directory %s cannot be used (it is not a directory): make it writable,"
                                .formatted(directory)
                        + " or set GONGKAI_DATA_DIR to another directory.");
    }
}
