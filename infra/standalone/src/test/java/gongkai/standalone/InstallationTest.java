package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Settings DEFAULT = Settings.from(Map.of());
    private static final Settings NO_SAMPLE = Settings.from(Map.of("GONGKAI_SAMPLE", "none"));

    @TempDir
    Path directory;

    @Test
    void takesTheSampleIntoAnEmptyDirectory() throws IOException {
        assertThat(begin(DEFAULT)).isEqualTo(new Installation(Sample.PINGLI_2019, false));
    }

    @Test
    void finishesAnImportThatWasCutShort() throws IOException {
        begin(DEFAULT);
        assertThat(begin(NO_SAMPLE)).isEqualTo(new Installation(Sample.PINGLI_2019, false));
    }

    @Test
    void importsOnce() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Installation.of(data, DEFAULT).complete(data);
        }
        assertThat(begin(DEFAULT)).isEqualTo(new Installation(Sample.PINGLI_2019, true));
    }

    @Test
    void staysWithoutASampleWhenBegunWithoutOne() throws IOException {
        begin(NO_SAMPLE);
        assertThat(begin(DEFAULT)).isEqualTo(new Installation(Sample.NONE, true));
    }

    @Test
    void putsNoSampleBesideSomethingElse() throws IOException {
        Files.createDirectory(directory.resolve("postgres"));
        assertThat(begin(DEFAULT)).isEqualTo(new Installation(Sample.NONE, true));
    }

    private Installation begin(Settings settings) throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            return Installation.of(data, settings);
        }
    }
}
