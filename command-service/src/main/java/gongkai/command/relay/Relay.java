package gongkai.command.relay;

import gongkai.command.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the log for as long as the service runs. Any failure ends its session with the broker; the next one starts
 * from the last place up to which everything was acknowledged, so the topic may repeat a record but never miss one.
 */
final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration BETWEEN_SESSIONS = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final RelayPlace place;
    private final RelaySession.Opener sessions;
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;

    Relay(Ledger ledger, RelayPlace place, RelaySession.Opener sessions) {
        this.ledger = ledger;
        this.place = place;
        this.sessions = sessions;
        ledger.onAppend(news::release);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var session = sessions.open()) {
                while (true) {
                    news.drainPermits();
                    if (session.publishPage(ledger, place) == 0) {
                        news.tryAcquire(1, TimeUnit.SECONDS);
                    }
                }
            } catch (InterruptedException _) {
                return;
            } catch (Exception e) {
                LOG.warn("Relay stands at position {}; a new session follows: {}", placeForLog(), e.toString());
                try {
                    Thread.sleep(BETWEEN_SESSIONS);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    private Object placeForLog() {
        try {
            return place.next();
        } catch (RuntimeException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }
}
