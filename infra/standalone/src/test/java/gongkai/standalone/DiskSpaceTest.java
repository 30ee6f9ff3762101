package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @TempDir
    Path directory;

    @Test
    void saysHowMuchIsFreeAndHowMuchIsNeeded() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DiskSpace.require(directory, Long.MAX_VALUE))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .matches("The disk of .+ has \\d+ MB free, and Gongkai needs 8796093022207 MB: free some space,"
                                + " or set GONGKAI_DATA_DIR to a directory on another disk\\."));
    }

    @Test
    void recognisesAFullDiskBehindAnyFailure() {
        IOException full = new IOException("could not write: No space left on device");
        assertThat(DiskSpace.isExhausted(directory, new UncheckedIOException("Kafka did not start", full)))
                .isTrue();
        assertThat(DiskSpace.isExhausted(directory, new IOException("connection refused")))
                .isFalse();
    }
}
