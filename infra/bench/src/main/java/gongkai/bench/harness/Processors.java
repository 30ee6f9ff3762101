package gongkai.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How long processors were busy up to a moment, in seconds; Linux tells it in hundredths.
 *
 * @param all for anybody
 * @param ours by process: this one, and PostgreSQL's
 */
record Processors(double all, Map<Long, Double> ours) {

    private static final double TICKS = 100;

    /** @param postmaster PostgreSQL's first process */
    static Processors now(long postmaster) {
        var ours = new HashMap<Long, Double>();
        take(ProcessHandle.current(), ours);
        ProcessHandle.of(postmaster).ifPresent(it -> {
            take(it, ours);
            it.descendants().forEach(child -> take(child, ours));
        });
        return new Processors(busy(), ours);
    }

    private static void take(ProcessHandle process, Map<Long, Double> into) {
        into.put(
                process.pid(),
                process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9);
    }

    /** user nice system idle iowait irq softirq steal: all but the two that are idle. */
    private static double busy() {
        try {
            var words = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+", -1);
            var ticks = Arrays.stream(words)
                    .skip(1)
                    .limit(8)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return (Arrays.stream(ticks).sum() - ticks[3] - ticks[4]) / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double allSince(Processors before) {
        return all - before.all;
    }

    /** What a process did that has ended meanwhile is not known any more, and counts as nobody's. */
    double oursSince(Processors before) {
        return ours.entrySet().stream()
                .mapToDouble(it -> it.getValue() - before.ours.getOrDefault(it.getKey(), 0.0))
                .sum();
    }
}
