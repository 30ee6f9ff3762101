package gongkai.bench.stream;

import gongkai.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the read side. {@code GONGKAI_BENCH_EVENTS} (a million) are rebuilt by ours, {@code GONGKAI_BENCH_STOCK_EVENTS}
 * (fifty thousand) by stock Axon; {@code GONGKAI_BENCH_WRITES} (500) a second for {@code GONGKAI_BENCH_SECONDS} (30). A
 * number that is 0 leaves its part out.
 */
public final class StreamBench {

    private static final int ROUNDS = 3;
    /** At half the rate: the compiler has both processors to share with, and takes as long. */
    private static final Duration WARM_UP = Duration.ofMinutes(3);

    /** Writes a second, far beyond what a prefecture does. */
    private static final int A_BUSY_DAY = 100;

    private StreamBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("gongkai-stream");
        try (var postgres = PostgresServer.start(directory.resolve("postgres"))) {
            var report = new StreamReport(Path.of("infra/bench/STREAM.md"));
            rebuilds(postgres, report);
            stock(postgres, report);
            visibility(postgres, directory, report);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0); // Axon leaves a thread behind
    }

    private static void rebuilds(PostgresServer postgres, StreamReport report) throws InterruptedException {
        long events = setting("GONGKAI_BENCH_EVENTS", 1_000_000);
        if (events == 0) {
            return;
        }
        try (var ours = ReadSide.on(postgres)) {
            report.filled(events, ours.fill(events), ours.bytes());
            List<Double> perSecond = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                var it = ours.rebuild();
                perSecond.add(it.done() * 1_000.0 / it.took().toMillis());
            }
            report.rebuilt(perSecond);
        }
    }

    private static void stock(PostgresServer postgres, StreamReport report) throws InterruptedException {
        long events = setting("GONGKAI_BENCH_STOCK_EVENTS", 50_000);
        if (events == 0) {
            return;
        }
        for (int batch : List.of(1, 500)) {
            try (var stock = StockProjection.on(postgres, "stock_" + batch, batch)) {
                stock.fill(events);
                report.stock(batch, events, stock.rebuild(events));
            }
        }
    }

    private static void visibility(PostgresServer postgres, Path directory, StreamReport report)
            throws IOException, InterruptedException {
        int perSecond = (int) setting("GONGKAI_BENCH_WRITES", 500);
        if (perSecond == 0) {
            return;
        }
        try (var services = new Visibility(postgres, directory)) {
            services.open();
            services.run(perSecond / 2, WARM_UP);
            var time = Duration.ofSeconds(setting("GONGKAI_BENCH_SECONDS", 30));
            Map<Integer, Visibility.Outcome> outcomes = new LinkedHashMap<>();
            for (int rate : new int[] {A_BUSY_DAY, perSecond / 2, perSecond * 4 / 5, perSecond}) {
                outcomes.put(rate, services.run(rate, time));
            }
            report.visible(outcomes);
        }
    }

    private static long setting(String name, long otherwise) {
        var text = System.getenv(name);
        return text == null ? otherwise : Long.parseLong(text);
    }
}
