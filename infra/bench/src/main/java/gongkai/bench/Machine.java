package gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On what, with what and how it was measured. */
final class Machine {

    private Machine() {}

    static String describe(Settings settings) {
        return """
                Measured on %s: %s, %d cores, %s; %s %s; Java %s; PostgreSQL 18 with fsync, synchronous_commit and
                full_page_writes on, on the same machine. %d rounds of %.1f s, in an order from seed %d. Stock pools and Pekko's:
                %d connections; ours: one writer, %d streams. Raw multi-row: one caller, %,d rows a statement.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        line("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        settings.rounds(),
                        settings.time().toMillis() / 1_000.0,
                        settings.seed(),
                        Field.CONNECTIONS,
                        Field.STREAMS,
                        Field.ROWS);
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(it -> it.startsWith(name))
                    .findFirst()
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
