package gongkai.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How long processors were busy up to a moment, in seconds; Linux tells it in hundredths.
 *
 * @param all for anybody
 * @param own for this process
 * @param postgres for the server and its children, those included that have ended
 */
record Processors(double all, double own, double postgres) {

    private static final double TICKS = 100;

    /** @param postmaster PostgreSQL's first process */
    static Processors now(long postmaster) {
        return new Processors(busy(), Times.of("self").alone(), server(postmaster));
    }

    /** A child that ends hands its time to its parent, which must not happen between looking at the two. */
    private static double server(long postmaster) {
        while (true) {
            var parent = Times.of(Long.toString(postmaster));
            double children = ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToDouble(it -> Times.of(Long.toString(it.pid())).alone())
                    .sum();
            if (parent.ended() == Times.of(Long.toString(postmaster)).ended()) {
                return parent.alone() + parent.ended() + children;
            }
        }
    }

    /** user nice system idle iowait irq softirq steal: all but the two that are idle. */
    private static double busy() {
        var words =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split("\\s+", -1);
        var ticks =
                Arrays.stream(words).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
        return (Arrays.stream(ticks).sum() - ticks[3] - ticks[4]) / TICKS;
    }

    Processors since(Processors before) {
        return new Processors(all - before.all, own - before.own, postgres - before.postgres);
    }

    /** What is neither ours nor PostgreSQL's. */
    double foreign() {
        return Math.max(0, all - own - postgres);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of one process, in seconds.
     *
     * @param alone its own
     * @param ended its children's that have ended
     */
    record Times(double alone, double ended) {

        /** One that has just ended took nothing: what it took is its parent's now. */
        static Times of(String pid) {
            var file = Path.of("/proc", pid, "stat");
            try {
                return parse(read(file));
            } catch (UncheckedIOException e) {
                return new Times(0, 0);
            }
        }

        /** Its name stands in brackets and may hold anything; of what follows, the time is the 12th to 15th. */
        static Times parse(String stat) {
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = Stream.of(fields)
                    .skip(11)
                    .limit(4)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Times((ticks[0] + ticks[1]) / TICKS, (ticks[2] + ticks[3]) / TICKS);
        }
    }
}
