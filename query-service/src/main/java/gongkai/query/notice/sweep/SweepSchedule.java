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
                frontier.reach().ifPresent(sweep::run);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Notices wait; they are looked at again shortly: {}", e.toString());
            LOG.debug("The sweep failed", e);
        }
    }
}
