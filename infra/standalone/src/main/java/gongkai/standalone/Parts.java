package gongkai.standalone;

import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be stopped in the opposite order; a stop waits for the start that is under way. */
final class Parts implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean closing;

    <P extends AutoCloseable> P start(Callable<P> starter) throws Exception {
        starting.lock();
        try {
            if (closing) {
                throw new CancellationException("stopping");
            }
            P part = starter.call();
            started.push(part);
            return part;
        } finally {
            starting.unlock();
        }
    }

    boolean closing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        boolean alone = awaitStart();
        while (!started.isEmpty()) {
            stop(started.pop());
        }
        if (alone) {
            starting.unlock();
        }
    }

    /** A part that never gets through its start is given up; the others still end in order. */
    private boolean awaitStart() {
        try {
            return starting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A part that fails or hangs must not keep the next from its orderly end. */
    private static void stop(AutoCloseable part) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("stop").start(() -> {
            try {
                part.close();
                stopped.complete(null);
            } catch (Exception e) {
                stopped.completeExceptionally(e);
            }
        });
        stopped.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    Logger log = LoggerFactory.getLogger(Parts.class);
                    log.error("{} did not stop in order", part, failure);
                    return null;
                })
                .join();
    }
}
