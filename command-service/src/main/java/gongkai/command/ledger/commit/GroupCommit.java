package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerBusyException;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.StreamConflictException;
import gongkai.proof.CompactRange;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the appends of many callers into the log, in the order of their coming. While one batch is on its way to the
 * disk the next one gathers; nobody waits for company.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** So many are enough for one statement. */
    private static final int BATCH_RECORDS = 1_024;

    /** What may wait in memory at any time: 64 MiB. */
    private static final int ROOM = 64 << 20;

    private final LogStore store;
    private final RecordCodec codec;
    private final InstantSource clock;
    private final Runnable onAppend;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final Thread writer;
    private volatile boolean closed;

    /** The log's end and its trees as this writer left them; null when somebody else may have moved it. */
    private @Nullable LogEnd end;

    private final Map<String, CompactRange> trees = new HashMap<>();

    /** The newest batch, as long as it is not known whether it arrived. */
    private @Nullable PlacedBatch inDoubt;

    /** @param onAppend called on the writer's thread after each batch; it must not block */
    public GroupCommit(LogStore store, RecordCodec codec, InstantSource clock, Runnable onAppend) {
        this.store = store;
        this.codec = codec;
        this.clock = clock;
        this.onAppend = onAppend;
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon().start(this::write);
    }

    /**
     * Appends all the events, durably, or none of them, and waits for it.
     *
     * @throws StreamConflictException when another writer has already taken one of the sequences
     * @throws LedgerBusyException when too much is waiting already
     * @throws LedgerUnavailableException when the store does not answer
     */
    public List<EventRecord> append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var append = Append.of(events, codec);
        int bytes = Math.min(append.bytes(), ROOM);
        if (!room.tryAcquire(bytes)) {
            throw new LedgerBusyException();
        }
        try {
            waiting.add(append);
            // The writer may have ended between: then nobody else refuses what was just added.
            if (closed) {
                refuseWaiting();
            }
            return append.await();
        } finally {
            room.release(bytes);
        }
    }

    private void write() {
        try {
            while (!closed) {
                var batch = nextBatch();
                try {
                    commit(batch);
                } catch (RuntimeException e) {
                    LOG.error("A batch could not be written", e);
                    forgetTheEnd();
                    batch.forEach(it -> it.fail(new LedgerUnavailableException(e)));
                }
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger's writer was interrupted", e);
        } finally {
            closed = true;
            refuseWaiting();
        }
    }

    /** What waits now; empty when nothing came for a moment, so that the writer sees whether it is to end. */
    private List<Append> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Append>();
        int records = 0;
        for (var next = waiting.poll(100, TimeUnit.MILLISECONDS); next != null; next = waiting.poll()) {
            batch.add(next);
            records += next.events().size();
            if (records >= BATCH_RECORDS) {
                break;
            }
        }
        return batch;
    }

    private void commit(List<Append> batch) {
        var open = withoutRivals(batch);
        while (!open.isEmpty()) {
            try {
                handOut(open, durably(open).rows());
                onAppend.run();
                return;
            } catch (OutOfStreamException _) {
                open = inStream(open);
            }
        }
    }

    /** Of two that want the same place in a stream, the first to come keeps it. */
    private static List<Append> withoutRivals(List<Append> batch) {
        var places = new HashSet<Place>();
        return refuse(
                batch,
                it -> it.events().stream()
                        .filter(event -> !places.add(new Place(event.subject(), event.sequence())))
                        .findFirst());
    }

    private record Place(String subject, long sequence) {}

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

    private PlacedBatch durably(List<Append> open) {
        inDoubt = null;
        try {
            return end == null ? alone(open) : atTheKnownEnd(open, end);
        } catch (OutOfStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The store did not say what became of a batch; it is asked: {}", e.toString());
            return alone(open);
        }
    }

    private PlacedBatch atTheKnownEnd(List<Append> open, LogEnd known) {
        var placed = place(open, known);
        inDoubt = placed;
        if (store.insert(placed)) {
            return standing(placed);
        }
        inDoubt = null;
        return alone(open);
    }

    /**
     * While nobody can move the log's end: what another writer did there is seen, and so is whether a batch arrived
     * whose answer was lost. If it still is on its way it fails, for the log no longer ends where it begins.
     */
    private PlacedBatch alone(List<Append> open) {
        var doubted = inDoubt;
        forgetTheEnd();
        var placed = store.alone(() -> {
            var now = store.end();
            return doubted != null && store.holds(doubted) ? doubted : insertAlone(place(open, now));
        });
        return doubted == null ? standing(placed) : placed;
    }

    private PlacedBatch insertAlone(PlacedBatch placed) {
        inDoubt = placed;
        if (!store.insert(placed)) {
            throw new IllegalStateException("The log's end moved although nobody could move it");
        }
        return placed;
    }

    private PlacedBatch standing(PlacedBatch placed) {
        end = placed.endAfter();
        trees.putAll(placed.trees());
        return placed;
    }

    private PlacedBatch place(List<Append> open, LogEnd now) {
        return Placing.of(
                open,
                now,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ledger -> trees.computeIfAbsent(ledger, store::tree));
    }

    private void forgetTheEnd() {
        end = null;
        trees.clear();
    }

    private static void handOut(List<Append> appends, List<LedgerRow> rows) {
        int from = 0;
        for (var append : appends) {
            int to = from + append.events().size();
            append.succeed(rows.subList(from, to));
            from = to;
        }
    }

    private void refuseWaiting() {
        var closing = new LedgerUnavailableException(new IllegalStateException("the service is stopping"));
        for (var it = waiting.poll(); it != null; it = waiting.poll()) {
            it.fail(closing);
        }
    }

    /** What is on its way is finished; what only waits is refused. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
