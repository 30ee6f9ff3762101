package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StreamConflictException;
import gongkai.proof.CompactRange;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the log's end, as far as this writer knows it, and gets over whatever is in the way. For one thread. */
final class LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final LogStore store;
    private final InstantSource clock;
    private final Runnable onAppend;
    private final CommitObserver observer;

    /** The log's end and its trees as this writer left them; null when somebody else may have moved it. */
    private @Nullable LogEnd end;

    private final Map<String, CompactRange> trees = new HashMap<>();

    LogWriter(LogStore store, InstantSource clock, Runnable onAppend, CommitObserver observer) {
        this.store = store;
        this.clock = clock;
        this.onAppend = onAppend;
        this.observer = observer;
    }

    /**
     * An empty batch at the end that the log will have once {@code before} stands.
     *
     * @param before the batch that is on its way; null: none is
     */
    Batch batchAfter(@Nullable PlacedBatch before) {
        if (before != null) {
            return new Batch(placing(before.endAfter(), before.trees()));
        }
        return new Batch(end == null ? null : placing(end, Map.of()));
    }

    private Placing placing(LogEnd from, Map<String, CompactRange> newer) {
        return new Placing(from, clock.instant().truncatedTo(ChronoUnit.MICROS), ledger -> {
            var tree = newer.get(ledger);
            return tree != null ? tree : trees.computeIfAbsent(ledger, store::tree);
        });
    }

    /** Takes up that the batch stands, so that the next one can go; its callers are not told yet. */
    void standing(PlacedBatch placed) {
        end = placed.endAfter();
        trees.putAll(placed.trees());
    }

    /** Tells the callers of a batch that stands. */
    void handOut(List<Append> appends, PlacedBatch placed) {
        int from = 0;
        for (var append : appends) {
            int to = from + append.events().size();
            append.succeed(placed.rows().subList(from, to));
            from = to;
        }
        observer.written(placed.rows().size());
        onAppend.run();
    }

    /** Sends the batch from this thread and sees to it that each of its callers is told. */
    void commit(Batch batch) {
        var placed = batch.placed();
        settle(batch, placed == null ? Outcome.END_MOVED : Outcome.of(placed, store));
    }

    /** Brings a batch to its end after what became of it: what can stand stands, and each caller is told. */
    void settle(Batch batch, Outcome outcome) {
        var placed = batch.placed();
        try {
            if (outcome == Outcome.STANDS && placed != null) {
                standing(placed);
                handOut(batch.appends(), placed);
            } else {
                persevere(batch.appends(), placed, outcome);
            }
        } catch (RuntimeException e) {
            LOG.error("A batch could not be written", e);
            forgetTheEnd();
            batch.appends().forEach(it -> it.fail(new LedgerUnavailableException(e)));
        }
    }

    private void persevere(List<Append> appends, @Nullable PlacedBatch sent, Outcome outcome) {
        var doubted = outcome == Outcome.IN_DOUBT ? sent : null;
        var open = outcome == Outcome.OUT_OF_STREAM ? inStream(appends) : appends;
        while (!open.isEmpty()) {
            try {
                handOut(open, alone(open, doubted));
                return;
            } catch (OutOfStreamException _) {
                open = inStream(open);
                doubted = null;
            }
        }
    }

    private List<Append> inStream(List<Append> open) {
        var subjects = open.stream()
                .flatMap(it -> it.events().stream())
                .map(NewEvent::subject)
                .collect(Collectors.toSet());
        var streams = new StreamEnds(store.lastSequences(subjects));
        var others = refuse(open, streams::follow);
        if (others.size() == open.size()) {
            throw new IllegalStateException("The store refused a batch in which every event follows in its stream");
        }
        return others;
    }

    /** @return those appends of which no event is refused */
    private static List<Append> refuse(List<Append> appends, Function<Append, Optional<NewEvent>> refused) {
        var others = new ArrayList<Append>(appends.size());
        for (var append : appends) {
            refused.apply(append)
                    .ifPresentOrElse(
                            it -> append.fail(new StreamConflictException(it.subject())), () -> others.add(append));
        }
        return others;
    }

    /**
     * While nobody can move the log's end: what another writer did there is seen, and so is whether a batch arrived
     * whose answer was lost. If it still is on its way it fails, for the log no longer ends where it begins.
     */
    private PlacedBatch alone(List<Append> open, @Nullable PlacedBatch doubted) {
        var attempt = new Attempt(open);
        try {
            return attempt.alone(doubted);
        } catch (OutOfStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The store did not say what became of a batch; it is asked again: {}", e.toString());
            return attempt.alone(attempt.placed != null ? attempt.placed : doubted);
        }
    }

    /** One batch, placed and sent alone; remembers what it sent, because the answer may be lost once more. */
    private final class Attempt {

        private final List<Append> open;
        private @Nullable PlacedBatch placed;

        Attempt(List<Append> open) {
            this.open = open;
        }

        PlacedBatch alone(@Nullable PlacedBatch doubted) {
            forgetTheEnd();
            var result = store.alone(() -> {
                var now = store.end();
                return doubted != null && store.holds(doubted) ? doubted : insert(now);
            });
            // What was in doubt may stand already, and another writer's after it.
            if (doubted == null) {
                standing(result);
            }
            return result;
        }

        private PlacedBatch insert(LogEnd now) {
            var placing = placing(now, Map.of());
            open.forEach(placing::place);
            var batch = placing.placed();
            placed = batch;
            if (!store.insert(batch)) {
                throw new IllegalStateException("The log's end moved although nobody could move it");
            }
            return batch;
        }
    }

    private void forgetTheEnd() {
        end = null;
        trees.clear();
    }
}
