package gongkai.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Writes what was measured as Markdown, aims included. */
final class StreamReport {

    private static final double REBUILD_AIM = 150_000;
    private static final double STOCK_AIM = 30;
    private static final double VISIBLE_AIM_MILLIS = 100;

    private final Path file;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder aims = new StringBuilder();
    private double ours;

    StreamReport(Path file) {
        this.file = file;
        text.append("""
                # The read side

                Written by `infra/bench/stream` on %s: %d cores, Java %s, heap of %,d MB with the collector of the
                services' image, PostgreSQL with fsync on the same machine.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.version"),
                        Runtime.getRuntime().maxMemory() >> 20));
    }

    void filled(long events, Duration took, long bytes) {
        text.append("""

                ## Rebuild

                %,d records of %d bytes on average, of %d counties, each fourth a new obligation. Fed to the projector in batches of
                5,000 (records, their tree and all views, in one transaction a batch): %,.0f events/s.

                """.formatted(events, bytes, Log.COUNTIES, events * 1_000.0 / took.toMillis()));
    }

    /** @param perSecond of each round */
    void rebuilt(List<Double> perSecond) {
        ours = perSecond.stream().sorted().toList().get(perSecond.size() / 2);
        text.append(
                "All other views rebuilt from them in one pass beside the living ones, switch included: %,.0f events/s"
                                .formatted(ours)
                        + " (median of %d; %,.0f to %,.0f).%n"
                                .formatted(perSecond.size(), Collections.min(perSecond), Collections.max(perSecond)));
        aim(
                "rebuild of all views from the records: at least 150,000 events/s",
                "%,.0f".formatted(ours),
                ours >= REBUILD_AIM);
    }

    void stock(int batch, long events, Duration took) {
        double stock = events * 1_000.0 / took.toMillis();
        text.append("""

                Stock Axon, pooled streaming processor, JPA event store, JPA token store and the same two index tables as JPA
                entities, batch size %d: %,.0f events/s over %,d events; ours is %.1f times that.
                """.formatted(batch, stock, events, ours / stock));
        aim(
                "at least 30 times stock Axon with batches of " + batch,
                "%.1f".formatted(ours / stock),
                ours >= STOCK_AIM * stock);
    }

    /** @param outcomes by how many writes a second were wanted */
    void visible(Map<Integer, Visibility.Outcome> outcomes) {
        text.append("""

                ## Visible

                Both services, PostgreSQL, Kafka and who asks in one process; 107 counties, as Shaanxi has, each with the real table, written to
                in any order. Publications over HTTP, after three minutes of warming up at half the rate. *Answered*: from when a request
                was due to its answer. *Visible*: from there to the query API's answer with `minPosition`. Milliseconds.

                | writes a second: wanted | reached | writes | failed | answered p50 | p99 | visible p50 | p99 | most |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        outcomes.forEach((wanted, it) -> text.append("| %d | %.0f | %,d | %d | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        wanted,
                        it.perSecond(),
                        it.writes(),
                        it.failures(),
                        it.answeredMillis(50),
                        it.answeredMillis(99),
                        it.visibleMillis(50),
                        it.visibleMillis(99),
                        it.visibleMillis(100))));
        outcomes.forEach((wanted, it) -> aim(
                "answered to visible at %d writes a second: p99 under 100 ms".formatted(wanted),
                "%.1f ms".formatted(it.visibleMillis(99)),
                it.visibleMillis(99) < VISIBLE_AIM_MILLIS && it.failures() == 0));
    }

    /** After each part, so that a run that was broken off leaves what it has. */
    private void aim(String what, String measured, boolean met) {
        aims.append("| %s | %s | %s |%n".formatted(what, measured, met ? "met" : "**MISSED**"));
        try {
            Files.writeString(file, text + "\n## Aims\n\n| aim | measured | |\n|---|---:|---|\n" + aims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
