package gongkai.bench;

import gongkai.bench.contender.Contender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Streams of one contender, made for one run: each begins with one event, so nobody pays for having been fast before.
 * Each caller has some of its own, one after the other: nobody waits for another's lock.
 */
record Streams(long first, int count) {

    /** As ids of obligations are: readable, and in the order of their making. */
    static String name(long number) {
        return "610926-2019-%010d-D01".formatted(number);
    }

    void make(Contender contender, int callers) {
        forEach(callers, contender::create);
    }

    /** So many callers share the work; it is done when this returns. */
    void forEach(int callers, Consumer<String> command) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, callers)
                    .mapToObj(caller -> CompletableFuture.runAsync(
                            () -> {
                                for (long n = first + caller; n < first + count; n += callers) {
                                    command.accept(name(n));
                                }
                            },
                            threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(made).join();
        }
    }

    /** What each of the callers does: the next of its streams at each call. */
    IntConsumer walk(int callers, Consumer<String> command) {
        int each = Math.max(1, count / callers);
        // A cell in a cache line of its own; only its caller touches it.
        var calls = new int[callers * 16];
        return caller -> {
            int call = calls[caller * 16]++;
            command.accept(name(first + ((long) caller * each + call % each) % count));
        };
    }
}
