package gongkai.query.projection;

import gongkai.query.projection.Pages.Stretch;
import gongkai.query.projection.Progress.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * Builds views anew, while they go on answering. The records are read again from the ledger itself, so that a topic that
 * was tampered with cannot come between, and then all other views, which were made from them, in one pass over them.
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
     * Returns at once. After the records all others follow.
     *
     * @throws IllegalArgumentException when there is no such view
     * @throws RebuildRunningException when it is being rebuilt
     */
    public void request(String name) {
        var view = views.byName(name).orElseThrow(() -> new IllegalArgumentException("There is no view " + name));
        queue(view.equals(views.records()) ? List.of(List.of(view), views.others()) : List.of(List.of(view)));
    }

    /** All but the records, in one pass. */
    public void requestOthers() {
        queue(List.of(views.others()));
    }

    /** @param passes one after the other; when one fails, those after it are not made */
    private void queue(List<List<Projection>> passes) {
        synchronized (progress) {
            passes.stream().flatMap(List::stream).map(Projection::name).forEach(this::requireIdle);
            passes.forEach(it -> note(it, State.WAITING, 0, 0, clock.instant(), Optional.empty()));
        }
        thread.execute(() -> {
            boolean goesOn = true;
            for (var pass : passes) {
                goesOn = goesOn ? run(pass) : giveUp(pass);
            }
        });
    }

    private void requireIdle(String name) {
        var before = progress.get(name);
        if (before != null && (before.state() == State.WAITING || before.state() == State.RUNNING)) {
            throw new RebuildRunningException(name);
        }
    }

    private boolean giveUp(List<Projection> pass) {
        note(pass, State.FAILED, 0, 0, clock.instant(), Optional.of("the records could not be rebuilt"));
        return false;
    }

    private boolean run(List<Projection> pass) {
        if (pass.isEmpty()) {
            return true;
        }
        var lines = new Lines(pass, clock.instant());
        try {
            generation.build(pass, pass.contains(views.records()) ? ledger : records, lines::add);
        } catch (RuntimeException e) {
            LOG.error("Views {} could not be rebuilt; they go on as they are", lines.names(), e);
            lines.end(State.FAILED, Optional.of(e.toString()));
            return false;
        }
        lines.end(State.DONE, Optional.empty());
        LOG.info("Views {}: {}", lines.names(), progress.get(pass.getFirst().name()));
        pass.forEach(it -> events.publishEvent(new Rebuilt(it.name())));
        return true;
    }

    private void note(
            List<Projection> pass, State state, long done, long total, Instant started, Optional<String> error) {
        var now = new Progress(state, done, total, started, Duration.between(started, clock.instant()), error);
        pass.forEach(it -> progress.put(it.name(), now));
    }

    /** Counts, and says how it is going now and then. */
    private final class Lines {

        private final List<Projection> pass;
        private final Instant started;
        private Instant said;
        private long done;
        private long total;

        Lines(List<Projection> pass, Instant started) {
            this.pass = pass;
            this.started = started;
            this.said = started;
            note(pass, State.RUNNING, 0, 0, started, Optional.empty());
        }

        List<String> names() {
            return pass.stream().map(Projection::name).toList();
        }

        void add(long records) {
            done += records;
            if (total == 0 || Duration.between(said, clock.instant()).compareTo(BETWEEN_LINES) > 0) {
                total = done + Stretch.sum(generation.missing(pass));
                note(pass, State.RUNNING, done, total, started, Optional.empty());
                if (done > records) {
                    said = clock.instant();
                    LOG.info(
                            "Views {}: {}",
                            names(),
                            progress.get(pass.getFirst().name()));
                }
            }
        }

        void end(State state, Optional<String> error) {
            note(pass, state, done, state == State.DONE ? done : total, started, error);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
