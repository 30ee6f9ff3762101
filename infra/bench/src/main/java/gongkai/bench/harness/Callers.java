package gongkai.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Callers of a closed loop: each gives its next command as soon as its last one is durable. */
public final class Callers {

    private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();

    private Callers() {}

    /**
     * Runs the command from that many virtual threads.
     *
     * @param postmaster the first process of the server that does the work
     * @param command given the number of its caller
     */
    public static Measurement measure(
            String test,
            String contender,
            int round,
            int callers,
            Duration time,
            long postmaster,
            IntConsumer command) {
        var histograms = Stream.generate(() -> new Histogram(LONGEST_NANOS, 2))
                .limit(callers)
                .toList();
        var failure = new AtomicReference<Throwable>();
        var before = Processors.now(postmaster);
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            var histogram = histograms.get(i);
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, e) -> failure.compareAndSet(null, e))
                    .start(() -> repeat(command, caller, end, histogram)));
        }
        threads.forEach(Callers::join);
        double seconds = (System.nanoTime() - begun) / 1e9;
        var used = Processors.now(postmaster).since(before);
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(contender + " failed in " + test, failed);
        }
        var all = new Histogram(LONGEST_NANOS, 2);
        histograms.forEach(all::add);
        return new Measurement(
                test,
                contender,
                round,
                callers,
                all.getTotalCount() / seconds,
                all.getValueAtPercentile(50) / 1e6,
                all.getValueAtPercentile(99) / 1e6,
                used.own() * 1e6 / all.getTotalCount(),
                used.postgres() * 1e6 / all.getTotalCount(),
                used.foreign() / seconds);
    }

    private static void repeat(IntConsumer command, int caller, long end, Histogram into) {
        for (long start = System.nanoTime(); start < end; ) {
            command.accept(caller);
            long done = System.nanoTime();
            into.recordValue(Math.min(done - start, LONGEST_NANOS));
            start = done;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
