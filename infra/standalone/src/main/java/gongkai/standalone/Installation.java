package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this installation was begun with; an import that was cut short is known by it at the next start. */
record Installation(Sample sample, boolean imported) {
    private static final String FILE = "installation.json";

    private record Marker(String sample, boolean imported) {}

    static Installation of(DataDirectory data, Settings settings) throws IOException {
        Path file = data.path().resolve(FILE);
        if (Files.exists(file)) {
            Marker marker = AtomicFile.read(file, Marker.class);
            return new Installation(Sample.named(marker.sample).orElse(Sample.NONE), marker.imported);
        }
        Sample sample = data.empty() ? settings.sampleOrDefault() : Sample.NONE;
        return new Installation(sample, sample == Sample.NONE).save(data);
    }

    Installation complete(DataDirectory data) throws IOException {
        return new Installation(sample, true).save(data);
    }

    private Installation save(DataDirectory data) throws IOException {
        AtomicFile.write(data.path().resolve(FILE), new Marker(sample.id(), imported));
        return this;
    }
}
