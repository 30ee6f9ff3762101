package gongkai.bench;

import gongkai.bench.harness.Comparison;
import gongkai.bench.harness.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was measured as Markdown, anew after each case, so that a run that was broken off leaves what it has. */
final class Report {

    private static final String COLUMNS = """

            | callers | contender | commands/s | mean ms | p50 ms | p99 ms | CPU µs: JVM + PostgreSQL | first ÷ this | its CPU ÷ first's | disturbed |
            |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final Path file;
    private final StringBuilder text = new StringBuilder();
    private final List<Outcome> outcomes = new ArrayList<>();

    /** @param postgres its version */
    Report(Settings settings, String postgres) {
        file = settings.results();
        text.append(Machine.describe(settings, postgres));
    }

    /** @param contenders first the one that the others are compared with */
    void add(String test, int callers, List<String> contenders, List<Measurement> runs) throws IOException {
        if (outcomes.stream().noneMatch(it -> it.test().equals(test))) {
            text.append("\n## ").append(test).append('\n').append(COLUMNS);
        }
        var outcome = new Outcome(test, callers, contenders, runs);
        outcomes.add(outcome);
        contenders.forEach(it -> text.append(row(outcome, it)));
        write();
    }

    void audited(AuditRun it) throws IOException {
        text.append("%nAn audit of these %,d events took %.1f s: %,.0f a minute.%n"
                .formatted(it.events(), it.seconds(), it.perMinute()));
        write();
    }

    private static String row(Outcome it, String contender) {
        var first = it.contenders().getFirst();
        boolean same = contender.equals(first);
        return "| %d | %s | %,.0f | %.2f | %.2f | %.2f | %.0f + %.0f | %s | %s | %d of %d |%n"
                .formatted(
                        it.callers(),
                        contender,
                        it.median(contender, Measurement::perSecond),
                        it.median(contender, Measurement::meanMillis),
                        it.median(contender, Measurement::p50),
                        it.median(contender, Measurement::p99),
                        it.median(contender, Measurement::ownMicros),
                        it.median(contender, Measurement::postgresMicros),
                        same ? "" : Comparison.of(it.of(first), it.of(contender), Measurement::perSecond),
                        same ? "" : Comparison.of(it.of(contender), it.of(first), Measurement::cpuMicros),
                        it.disturbed(contender),
                        it.of(contender).size());
    }

    private void write() throws IOException {
        var aims = new Aims(outcomes).all().stream().map(Object::toString).collect(Collectors.joining());
        Files.writeString(file, text + "\n## Aims\n\n| aim | median (least–most) | |\n|---|---:|---|\n" + aims);
    }
}
