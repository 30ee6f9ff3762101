package gongkai.bench.inspect;

import static java.util.Comparator.naturalOrder;

import gongkai.embedded.PostgresServer;
import gongkai.status.Look;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.StateCouncilNotices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the inspector's questions. {@code GONGKAI_BENCH_YEARS} (10) of a county with about 50 events for each of 600
 * obligations a year; {@code GONGKAI_BENCH_QUESTIONS} (2,000), and five of them by Axon's replay.
 */
public final class InspectBench {

    private static final String COUNTY = "610926";
    private static final String YEAR = "610927";
    private static final int EVENTS_EACH = 50;
    private static final int REPLAYS = 5;
    private static final int BUNDLES = 5;

    private final Random random = new Random(11);
    private final Inspected ours;
    private final AxonReplay axon;
    private final InspectReport report;
    private final int years;
    private long records;

    private InspectBench(Inspected ours, AxonReplay axon, InspectReport report, int years) {
        this.ours = ours;
        this.axon = axon;
        this.report = report;
        this.years = years;
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        var directory = Files.createTempDirectory("gongkai-inspect");
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (var postgres = PostgresServer.start(directory.resolve("postgres"));
                var ledger = new LedgerService(key);
                var ours = new Inspected(postgres, ledger);
                var axon = AxonReplay.on(postgres)) {
            var report = new InspectReport(Path.of("infra/bench/INSPECT.md"));
            var bench = new InspectBench(ours, axon, report, (int) setting("GONGKAI_BENCH_YEARS", 10));
            bench.fill();
            bench.asOf((int) setting("GONGKAI_BENCH_QUESTIONS", 2_000));
            bench.bundles();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0); // Axon leaves a thread behind
    }

    private static long setting(String name, long otherwise) {
        var text = System.getenv(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    private void fill() throws GeneralSecurityException {
        var document =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(LedgerService.DOCUMENT));
        records = new Decade(COUNTY, 0, years, EVENTS_EACH, document, it -> {
                    ours.take(it);
                    axon.take(it);
                })
                .tell();
        ours.flush();
        axon.flush();
        long all = new Decade(YEAR, records, 1, EVENTS_EACH, document, ours::take).tell();
        ours.flush();
        ours.settle();
        report.filled(records, years, ours.bytes() / all, all - records);
    }

    private record Question(Instant at, long known) {

        String path() {
            return "/api/jurisdictions/%s/status?at=%s&known=position:%d".formatted(COUNTY, at, known);
        }
    }

    /** Any moment of all the years, with what was known at any other. */
    private Question question() {
        var days = random.nextInt(years * 365);
        var at = ChinaTime.startOf(LocalDate.of(Decade.FIRST_YEAR, 1, 1))
                .plus(Duration.ofDays(days))
                .plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        return new Question(at, 1_000 + (long) (random.nextDouble() * (records - 1_000)));
    }

    private void asOf(int questions) throws IOException, InterruptedException {
        var first = ours.get(new Question(Instant.parse("2025-12-31T00:00:00Z"), records - 1).path());
        for (int i = 0; i < questions / 4; i++) {
            ours.get(question().path());
        }
        var times = new Histogram(3);
        for (int i = 0; i < questions; i++) {
            times.recordValue(ours.get(question().path()).took().toNanos());
        }
        report.asOf(first.took(), times);
        List<Duration> replays = new ArrayList<>();
        for (int i = 0; i < REPLAYS; i++) {
            replays.add(replay(question()));
        }
        report.replayed(replays, times);
    }

    /** Both must count alike, or one of them does not answer the question. */
    private Duration replay(Question question) throws IOException, InterruptedException {
        var rule = new StatusRule(StateCouncilNotices.calendarOn(LocalDate.parse("2025-12-01")));
        long begin = System.nanoTime();
        var looks = axon.looks(rule, question.at(), question.known());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        long late =
                looks.stream().map(Look::status).filter(Status.OVERDUE::equals).count();
        var counted = new String(ours.get(question.path()).body(), StandardCharsets.UTF_8);
        long oursLate = Pattern.compile("\"OVERDUE\":(\\d+)")
                .matcher(counted)
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .sum();
        if (late != oursLate) {
            throw new IllegalStateException(
                    "%s: %d late by ours, %d by the replay".formatted(question, oursLate, late));
        }
        return took;
    }

    private void bundles() throws IOException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < BUNDLES; i++) {
            var answer = ours.get("/api/jurisdictions/%s/evidence?at=%d-12-31".formatted(YEAR, Decade.FIRST_YEAR));
            took.add(answer.took());
            size = answer.body().length;
        }
        report.bundled(size, took.stream().sorted(naturalOrder()).toList());
    }
}
