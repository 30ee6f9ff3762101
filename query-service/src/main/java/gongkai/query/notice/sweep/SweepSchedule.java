package gongkai.query.notice.sweep;

import gongkai.query.projection.Arrivals;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps when a record arrives, or when time alone has made something due. */
@Component
class SweepSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So many times as long as a sweep took. */
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final DueIndex due;
    private final Frontier frontier;
    private final NoticeSweep sweep;
    private final Arrivals arrivals;
    private final InstantSource clock;

    SweepSchedule(DueIndex due, Frontier frontier, NoticeSweep sweep, Arrivals arrivals, InstantSource clock) {
        this.due = due;
        this.frontier = frontier;
        this.sweep = sweep;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 100)
    void look() {
        try {
            if (arrivals.await(() -> due.hasAny(clock.instant()), PATIENCE)) {
                long begin = System.nanoTime();
                frontier.reach().ifPresent(sweep::run);
                rest(Duration.ofNanos(System.nanoTime() - begin));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Notices wait; they are looked at again shortly: {}", e.toString());
            LOG.debug("The sweep failed", e);
        }
    }

    /** Those who wait for an answer go first, and what a burst of records touches again is looked at once. */
    private static void rest(Duration after) throws InterruptedException {
        var rest = after.multipliedBy(REST);
        Thread.sleep(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }
}
