package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Progress.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Builds views anew, one after the other, while they go on answering. The records are read again from the ledger itself,
 * so that a topic that was tampered with cannot come between; every other view from the records here.
 */
@Component
public class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Views views;
    private final Generation generation;
    private final RecordSource records;
    private final RecordSource ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    Rebuilds(
            Views views,
            Generation generation,
            @Qualifier("recordTable") RecordSource records,
            @Qualifier("ledgerApi") RecordSource ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.views = views;
        this.generation = generation;
        this.records = records;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** That a view's tables are new. */
    public record Rebuilt(String view) {}

    /** By view, since this instance started. */
    public Map<String, Progress> all() {
        return new TreeMap<>(progress);
    }

    /**
     * Returns at once. After the records all others follow, because they were made from them.
     *
     * @return the place in line
     * @throws IllegalArgumentException when there is no such view
     * @throws RebuildRunningException when it is being rebuilt
     */
    public Progress request(String name) {
        var view = views.byName(name).orElseThrow(() -> new IllegalArgumentException("There is no view " + name));
        var waiting = new Progress(State.WAITING, 0, 0, clock.instant(), Duration.ZERO, Optional.empty());
        progress.merge(name, waiting, (before, next) -> {
            if (before.state() == State.WAITING || before.state() == State.RUNNING) {
                throw new RebuildRunningException(name);
            }
            return next;
        });
        thread.execute(() -> run(view));
        return waiting;
    }

    private void run(Projection view) {
        var started = clock.instant();
        try {
            var lines = new Lines(view, started);
            generation.build(view, view.name().equals(Projection.RECORD) ? ledger : records, lines::add);
            lines.note(State.DONE);
            LOG.info("View {}: rebuilt, {}", view.name(), progress.get(view.name()));
            events.publishEvent(new Rebuilt(view.name()));
        } catch (RuntimeException e) {
            LOG.error("View {} could not be rebuilt; it goes on as it is", view.name(), e);
            progress.computeIfPresent(
                    view.name(),
                    (_, it) -> new Progress(
                            State.FAILED,
                            it.done(),
                            it.total(),
                            started,
                            Duration.between(started, clock.instant()),
                            Optional.of(e.toString())));
            return;
        }
        if (view.name().equals(Projection.RECORD)) {
            views.others().forEach(it -> follow(it.name()));
        }
    }

    private void follow(String view) {
        try {
            request(view);
        } catch (RebuildRunningException _) {
            LOG.info("View {} waits for its rebuild already", view);
        }
    }

    /** Counts, and says how it is going now and then. */
    private final class Lines {

        private final Projection view;
        private final Instant started;
        private Instant said;
        private long done;

        Lines(Projection view, Instant started) {
            this.view = view;
            this.started = started;
            this.said = started;
        }

        void add(long records) {
            done += records;
            if (Duration.between(said, clock.instant()).compareTo(BETWEEN_LINES) > 0) {
                said = clock.instant();
                note(State.RUNNING);
                LOG.info("View {}: {}", view.name(), progress.get(view.name()));
            }
        }

        void note(State state) {
            long missing = state == State.DONE ? 0 : Stretch.sum(generation.missing(view));
            var took = Duration.between(started, clock.instant());
            progress.put(view.name(), new Progress(state, done, done + missing, started, took, Optional.empty()));
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
