package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Facts;
import gongkai.command.ledger.LedgerBusyException;
import gongkai.command.ledger.LedgerUnavailableException;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.RecordTooLargeException;
import gongkai.command.ledger.StoredRecord;
import gongkai.command.ledger.StreamConflictException;
import gongkai.record.RecordCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Many writers at once on some logs, one reader that follows their positions, and somebody who kills connections: what
 * each was told, and what the reader saw.
 */
final class Storm {

    private static final int WRITERS = 200;
    private static final int APPENDS = 25;
    private static final int CONTESTED_STREAMS = 8;

    /** The two ends of a log under test. */
    interface Log {
        void append(List<NewEvent> batch);

        OptionalLong lastSequence(String subject);

        List<StoredRecord> read(long position, int limit);
    }

    final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    final AtomicInteger conflicts = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicInteger kills = new AtomicInteger();
    final Set<UUID> seen = ConcurrentHashMap.newKeySet();

    /** Positions at which the reader saw a later one before its turn. */
    final List<Long> holes = new ArrayList<>();

    private final List<? extends Log> logs;
    private final Runnable kill;
    private final String county = Facts.county();
    private final RecordCodec codec = new RecordCodec();

    /** @param kill ends some connections to the database */
    Storm(List<? extends Log> logs, Runnable kill) {
        this.logs = logs;
        this.kill = kill;
    }

    Storm run() throws InterruptedException {
        var over = new AtomicBoolean();
        var reader = Thread.ofPlatform().name("reader").start(() -> follow(over));
        var killer = Thread.ofPlatform().name("killer").start(() -> killUntil(over));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.execute(() -> write(number));
            }
            writers.shutdown();
            if (!writers.awaitTermination(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Writers are still waiting: a caller was forgotten");
            }
        } finally {
            over.set(true);
            killer.join();
            reader.join();
        }
        return this;
    }

    private void killUntil(AtomicBoolean over) {
        while (!over.get()) {
            kill.run();
            kills.incrementAndGet();
            pause(40);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int writer) {
        var log = logs.get(writer % logs.size());
        for (int i = 0; i < APPENDS; i++) {
            boolean contested = i % 3 == 0;
            var subject = county + "-" + (contested ? "contested-" + writer % CONTESTED_STREAMS : writer);
            try {
                append(log, batch(log, subject, i));
            } catch (DataAccessException | TransactionException _) {
                // The look-up of the sequence failed: nothing was asked of the log.
            }
        }
    }

    /** Some are too large for the log, some want a place that is taken; both take a sound event down with them. */
    private List<NewEvent> batch(Log log, String subject, int i) {
        long next = log.lastSequence(subject).orElse(-1) + 1;
        var batch = new ArrayList<NewEvent>();
        batch.add(Facts.event(county, subject, next, "第" + i));
        batch.add(Facts.event(county, subject, next + 1, i % 10 == 7 ? "长".repeat(22_000) : "第" + i));
        if (i % 10 == 3) {
            batch.add(Facts.event(county, subject, next, "重复"));
        }
        return batch;
    }

    private void append(Log log, List<NewEvent> batch) {
        var ids = batch.stream().map(NewEvent::id).toList();
        try {
            log.append(batch);
            acknowledged.addAll(ids);
        } catch (StreamConflictException _) {
            conflicts.incrementAndGet();
            refused.addAll(ids);
        } catch (RecordTooLargeException | LedgerBusyException _) {
            refused.addAll(ids);
        } catch (LedgerUnavailableException _) {
            unanswered.incrementAndGet();
        }
    }

    private void follow(AtomicBoolean over) {
        long next = 0;
        while (true) {
            boolean last = over.get();
            try {
                var page = logs.getFirst().read(next, 100);
                for (var record : page) {
                    if (record.position() != next) {
                        holes.add(next);
                    }
                    seen.add(codec.decode(record.bytes()).id());
                    next = record.position() + 1;
                }
                if (page.isEmpty() && last) {
                    return;
                }
            } catch (DataAccessException _) {
                pause(ThreadLocalRandom.current().nextInt(5));
            }
        }
    }
}
