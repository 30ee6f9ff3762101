package gongkai.query.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Lets a reader wait for what it has just written. */
@Component
public class Arrivals {

    /** Another instance's projector cannot announce here, so look again after this long. */
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    void announce() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether {@code isThere} came true before the time was over */
    public boolean await(BooleanSupplier isThere, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!isThere.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                var _ = arrived.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS)));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
