package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Projection.Applied;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings views that are behind up to the records: one that was parked and may go on, a new one, one whose records came
 * another way. The last page is applied while no projector is at work, so that the view is then level with the others.
 */
@Component
class CatchUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final Views views;
    private final Places places;
    private final Parking parking;
    private final Isolation isolation;
    private final Turnstile turnstile;
    private final RecordSource records;
    private final TransactionOperations transaction;
    private @Nullable ScheduledExecutorService thread;

    CatchUp(
            Views views,
            Places places,
            Parking parking,
            Isolation isolation,
            Turnstile turnstile,
            @Qualifier("recordTable") RecordSource records,
            TransactionOperations transaction) {
        this.views = views;
        this.places = places;
        this.parking = parking;
        this.isolation = isolation;
        this.turnstile = turnstile;
        this.records = records;
        this.transaction = transaction;
    }

    /** A start is a reason to try again: what a view stumbled on may have been mended. */
    @Override
    public void start() {
        parking.releaseAll();
        var scheduled = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("catch-up").factory());
        var _ = scheduled.scheduleWithFixedDelay(this::run, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        thread = scheduled;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    void run() {
        for (var view : views.others()) {
            try {
                if (!parking.all().containsKey(view.name())) {
                    catchUp(view);
                }
            } catch (RuntimeException e) {
                LOG.warn("View {} is behind and could not catch up; it is tried again", view.name(), e);
            }
        }
    }

    private void catchUp(Projection view) {
        for (var behind = places.behind(view.name()); !behind.isEmpty(); behind = places.behind(view.name())) {
            boolean goesOn = Stretch.sum(behind) <= Pages.SIZE ? lastPage(view) : allPages(view, behind);
            if (!goesOn) {
                return;
            }
        }
    }

    private boolean allPages(Projection view, List<Stretch> behind) {
        var pages = new Pages(records, List.of(view), behind);
        for (var page = pages.take(); !page.isEmpty(); page = pages.take()) {
            var next = page;
            if (!Boolean.TRUE.equals(transaction.execute(status -> {
                turnstile.passAlone(view.name());
                return write(view, next, status);
            }))) {
                return false;
            }
        }
        return true;
    }

    private boolean lastPage(Projection view) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            turnstile.close();
            return write(view, new Pages(records, List.of(view), places.behind(view.name())).take(), status);
        }));
    }

    /** @return whether the view took all that it had not */
    private boolean write(Projection view, List<Applied> page, SavepointManager savepoints) {
        var standing = places.of(view.name());
        var due = new Advance(view.name(), standing).due(page);
        int taken = isolation.apply(view, due, savepoints);
        places.move(new Advance(view.name(), standing)
                .overAll(due.subList(0, taken))
                .moves());
        return taken == due.size();
    }
}
