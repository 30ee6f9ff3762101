package gongkai.bench.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Writes what was measured as Markdown, aims included. */
final class InspectReport {

    private static final double AS_OF_AIM_MILLIS = 50;
    private static final double BUNDLE_AIM_SECONDS = 10;

    private final Path file;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder aims = new StringBuilder();

    InspectReport(Path file) {
        this.file = file;
        text.append("""
                # The inspector's questions

                Written by `infra/bench/inspect` on %s: %d cores, Java %s, heap of %,d MB, PostgreSQL with fsync on the same machine.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.version"),
                        Runtime.getRuntime().maxMemory() >> 20));
    }

    void filled(long records, int years, long bytes, long ofYear) {
        text.append("""

                A county of %d years with %d units: %,d records of %d bytes on average, %d new obligations a year, of all of which
                each answer counts the status. Beside it a county-year of %,d records for the bundle.
                """.formatted(years, Decade.UNITS, records, bytes, Decade.OBLIGATIONS, ofYear));
    }

    void asOf(Duration first, Histogram times) {
        text.append("""

                ## Status of the county at any two times

                `GET /api/jurisdictions/{code}/status?at=…&known=position:N` over HTTP, one after the other, `at` and `known` each
                anywhere in those years. The first question after the start, which reads all records: %,d ms. Then %,d questions:
                p50 %.1f ms, p99 %.1f ms, most %.1f ms.
                """.formatted(
                first.toMillis(), times.getTotalCount(), millis(times, 50), millis(times, 99), millis(times, 100)));
        aim(
                "status of a county at any (at, known) over ten years of events: p99 under 50 ms",
                "%.1f ms".formatted(millis(times, 99)),
                millis(times, 99) < AS_OF_AIM_MILLIS);
    }

    void replayed(List<Duration> replays, Histogram times) {
        var sorted = replays.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2).toMillis();
        text.append("""

                The same question by stock Axon: the JDBC event store's sequenced events (batches of 1,000) read up to the position
                and folded, then judged by the same rule: median of %d %,.0f ms (%,d to %,d). The p50 of ours is %,.0f times as fast.
                Both counted the same obligations as overdue each time.
                """.formatted(
                        sorted.size(),
                        median,
                        sorted.getFirst().toMillis(),
                        sorted.getLast().toMillis(),
                        median / millis(times, 50)));
        write();
    }

    void bundled(int bytes, List<Duration> sorted) {
        text.append("""

                ## Evidence bundle of a county-year

                Every record, its proof, the signed checkpoint, statuses and cover: %,d bytes in %,d ms over HTTP (median of %d; %,d to
                %,d). A stand-in signs the checkpoint.
                """.formatted(
                        bytes,
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.size(),
                        sorted.getFirst().toMillis(),
                        sorted.getLast().toMillis()));
        double most = sorted.getLast().toMillis() / 1_000.0;
        aim("evidence bundle of a county-year: under 10 s", "%.1f s".formatted(most), most < BUNDLE_AIM_SECONDS);
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    private void aim(String what, String measured, boolean met) {
        aims.append("| %s | %s | %s |%n".formatted(what, measured, met ? "met" : "**MISSED**"));
        write();
    }

    /** After each part, so that a run that was broken off leaves what it has. */
    private void write() {
        try {
            Files.writeString(file, text + "\n## Aims\n\n| aim | measured | |\n|---|---:|---|\n" + aims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
