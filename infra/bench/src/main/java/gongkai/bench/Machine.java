package gongkai.bench;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.bench.contender.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.apache.pekko.persistence.jdbc.journal.JdbcAsyncWriteJournal;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.hibernate.dialect.Dialect;
import org.postgresql.Driver;

/** On what, with what and how it was measured. */
final class Machine {

    private Machine() {}

    static String describe(Settings settings, String postgres) {
        return """
                # Results

                Measured on %s: %s, %d cores, %s, %s; Linux %s; Java %s, heap of %,d MB; PostgreSQL %s with fsync,
                synchronous_commit and full_page_writes on and autovacuum off, on the same machine.
                Axon %s, Hibernate %s, Pekko Persistence JDBC %s, HikariCP %s, driver %s.

                %d rounds of %.1f s, in an order from seed %d; ratios are medians of rounds (least–most). Rounds in which others
                kept more than a quarter of a core busy count as disturbed and not in medians; a star: all were, so they do.
                Mean ms is callers divided by throughput; CPU is for each command. Pools of stock, Pekko and raw rows: %d
                connections; ours: one writer, 16 readers. Commands to existing streams: %,d new ones for each run, with
                one event each. Raw multi-row: one caller, %,d rows a statement. Records of ours have %s bytes; stock keeps the
                same event in its own JSON and columns; Pekko keeps our bytes. Pekko is asked at its journal, without actors
                that would have to recover; stock handles commands on the callers' threads (SimpleCommandBus), with
                Jackson 3, bytea, sequences by 50 and batches.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        line("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/meminfo", "MemTotal"),
                        disk(settings.directory()),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        Runtime.getRuntime().maxMemory() >> 20,
                        postgres,
                        versionOf(EventStorageEngine.class),
                        versionOf(Dialect.class),
                        versionOf(JdbcAsyncWriteJournal.class),
                        versionOf(HikariDataSource.class),
                        versionOf(Driver.class),
                        settings.rounds(),
                        settings.time().toMillis() / 1_000.0,
                        settings.seed(),
                        Field.CONNECTIONS,
                        Field.STREAMS,
                        Field.ROWS,
                        settings.recordBytes().stream()
                                .map(it -> "%,d".formatted(Work.ofRecords(it).record().length))
                                .collect(Collectors.joining(" and ")));
    }

    /** Libraries lie in files that are named after them. */
    private static String versionOf(Class<?> type) {
        var file = Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .getFileName()
                .toString();
        return file.replaceFirst("^.*?-(\\d+\\.)", "$1").replaceFirst("\\.jar$", "");
    }

    private static String disk(Path directory) {
        try {
            return "disk " + Files.getFileStore(directory);
        } catch (IOException e) {
            return "unknown disk";
        }
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
