package gongkai.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets a reader wait for what it has just written. */
@Component
public class Arrivals {

    /** Another instance's projector cannot announce here, so look again after this long. */
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Map<Long, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private volatile CountDownLatch next = new CountDownLatch(1);

    /** @param positions of the records that stand in the tables from now on */
    synchronized void announce(Collection<Long> positions) {
        for (var it : positions) {
            var waiting = awaited.remove(it);
            if (waiting != null) {
                waiting.countDown();
            }
        }
        var before = next;
        next = new CountDownLatch(1);
        before.countDown();
    }

    /**
     * Waits for one record. Its arrival wakes those alone who wait for it, and they need not look: they may be many.
     *
     * @return whether it came before the time was over
     */
    public boolean await(long position, BooleanSupplier isThere, Duration atMost) throws InterruptedException {
        var arrival = awaited.computeIfAbsent(position, _ -> new CountDownLatch(1));
        try {
            return await(() -> arrival, () -> arrival.getCount() == 0 || isThere.getAsBoolean(), atMost);
        } finally {
            awaited.remove(position, arrival);
        }
    }

    /**
     * Looks whenever something arrives.
     *
     * @return whether {@code isThere} came true before the time was over
     */
    public boolean await(BooleanSupplier isThere, Duration atMost) throws InterruptedException {
        return await(() -> next, isThere, atMost);
    }

    /** What comes during a look ends the wait after it. Nobody else waits meanwhile: a look may ask the database. */
    private static boolean await(Supplier<CountDownLatch> news, BooleanSupplier isThere, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var latch = news.get();
            if (isThere.getAsBoolean()) {
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            var _ = latch.await(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS)), TimeUnit.NANOSECONDS);
        }
    }
}
