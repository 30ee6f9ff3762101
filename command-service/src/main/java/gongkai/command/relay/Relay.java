package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Publishes the log whenever it is this service's turn. Any failure ends the turn; the next one, here or in another
 * service, starts from the last place up to which everything stands: the topic may repeat a record but never miss one.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(50);

    private final Ledger ledger;
    private final RelayPlace place;
    private final BrokerAccess broker;
    private final String name;
    private final RelayTrace trace;
    private final Semaphore news = new Semaphore(0);
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Optional<String> problem = Optional.empty();
    private @Nullable Thread thread;

    /** @param name of this service among those on the same ledger */
    Relay(Ledger ledger, RelayPlace place, BrokerAccess broker, String name, RelayTrace trace) {
        this.ledger = ledger;
        this.place = place;
        this.broker = broker;
        this.name = name;
        this.trace = trace;
        ledger.onAppend(news::release);
    }

    public RelayProgress progress() {
        return place.progress(ledger.lastPosition().orElse(-1), problem);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    /** What is on its way is finished first. */
    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            stopped.countDown();
            news.release();
            try {
                if (!running.join(Duration.ofSeconds(8))) {
                    running.interrupt();
                    running.join(Duration.ofSeconds(4));
                }
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

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    private void run() {
        try {
            while (!stopping()) {
                takeTurn();
                stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            LOG.warn("The relay was interrupted");
        }
    }

    private void takeTurn() throws InterruptedException {
        try {
            var turn = place.take(name);
            if (turn.isPresent()) {
                publishIn(turn.get());
            } else {
                problem = Optional.empty();
            }
        } catch (ExecutionException | RuntimeException e) {
            tell(e);
        }
    }

    private void publishIn(RelayTurn turn) throws InterruptedException, ExecutionException {
        try (turn;
                var session = RelaySession.open(broker, turn, trace)) {
            while (!stopping()) {
                news.drainPermits();
                long begin = System.nanoTime();
                int published = session.publish(ledger);
                if (published > 0) {
                    problem = Optional.empty();
                    if (published < RelaySession.PAGE) {
                        rest(Duration.ofNanos(System.nanoTime() - begin));
                    }
                } else if (!news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    session.check();
                    problem = Optional.empty();
                }
            }
        }
    }

    /** As long as it took: what comes meanwhile goes together, for a transaction costs more than the records in it. */
    private void rest(Duration after) throws InterruptedException {
        var rest = after.compareTo(LONGEST_REST) < 0 ? after : LONGEST_REST;
        stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Once for as long as it is the same. */
    private void tell(Exception e) {
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        var what = Optional.of(String.valueOf(cause.getMessage()));
        if (!what.equals(problem)) {
            problem = what;
            LOG.error("The relay does not publish for now: {}", cause.toString());
        }
    }
}
