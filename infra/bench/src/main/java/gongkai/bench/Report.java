package gongkai.bench;

import gongkai.bench.harness.Comparison;
import gongkai.bench.harness.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Writes what was measured as Markdown, anew after each case, so that a run that was broken off leaves what it has. */
final class Report {

    private final Path file;
    private final StringBuilder text = new StringBuilder();
    private final List<String> tests = new ArrayList<>();

    Report(Settings settings) {
        file = settings.directory().resolve("measured.md");
        text.append(Machine.describe(settings));
    }

    /** @param contenders ours first */
    void add(String test, int callers, List<String> contenders, List<Measurement> all) throws IOException {
        if (!tests.contains(test)) {
            tests.add(test);
            text.append("\n## ")
                    .append(test)
                    .append(
                            "\n\n| callers | contender | commands/s | mean ms | p50 ms | p99 ms | CPU µs | ours ÷ theirs "
                                    + "| their CPU ÷ ours | disturbed |\n|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        }
        var ours = of(contenders.getFirst(), all);
        for (var contender : contenders) {
            var theirs = of(contender, all);
            var speed = Comparison.of(ours, theirs, Measurement::perSecond);
            var cpu = Comparison.of(theirs, ours, Measurement::cpuMicros);
            boolean same = contender.equals(contenders.getFirst());
            text.append("| %d | %s | %,.0f | %.2f | %.2f | %.2f | %.0f | %s | %s | %d of %d |%n"
                    .formatted(
                            callers,
                            contender,
                            median(theirs, Measurement::perSecond),
                            median(theirs, Measurement::meanMillis),
                            median(theirs, Measurement::p50),
                            median(theirs, Measurement::p99),
                            median(theirs, Measurement::cpuMicros),
                            same ? "" : speed,
                            same ? "" : cpu,
                            theirs.stream().filter(Measurement::isDisturbed).count(),
                            theirs.size()));
        }
        write();
    }

    void audited(AuditRun it) throws IOException {
        text.append("%nAn audit of these %,d events took %.1f s: %,.0f a minute.%n"
                .formatted(it.events(), it.seconds(), it.perMinute()));
        write();
    }

    private void write() throws IOException {
        Files.writeString(file, text);
    }

    private static List<Measurement> of(String contender, List<Measurement> all) {
        return all.stream().filter(it -> it.contender().equals(contender)).toList();
    }

    private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> value) {
        return Comparison.median(runs.stream().mapToDouble(value));
    }
}
