package gongkai.command.ledger.commit;

import gongkai.command.ledger.LedgerUnavailableException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. A large batch is sent from a second thread, and the next one is placed meanwhile, at the
 * end that the log will have if all goes well; if it does not, that one is placed again.
 */
final class WriterThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);

    /** Fewer records are placed sooner than handed to another thread. */
    private static final int MANY = 16;

    private final LogStore store;
    private final LogWriter log;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-sender").daemon().factory());
    private final Thread thread;
    private volatile boolean closed;

    private @Nullable Flight flight;

    /** What goes next; null as long as nothing has come for it. */
    private @Nullable Batch gathering;

    WriterThread(LogStore store, LogWriter log) {
        this.store = store;
        this.log = log;
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::run);
    }

    void add(Append append) {
        arrivals.add(append);
        // The thread may have ended between: then nobody else refuses what was just added.
        if (closed) {
            refuseWaiting();
        }
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
            if (flight != null) {
                land(flight);
            }
        } catch (InterruptedException e) {
            LOG.error("The ledger's writer was interrupted", e);
        } finally {
            closed = true;
            sender.shutdown();
            if (gathering != null) {
                gathering.appends().forEach(WriterThread::refuse);
            }
            refuseWaiting();
        }
    }

    private void step() throws InterruptedException {
        try {
            take(next());
            if (flight == null && gathering != null && (gathering.isFull() || arrivals.isEmpty())) {
                send(gathering);
            }
        } catch (RuntimeException e) {
            LOG.error("The ledger's writer goes on after a failure", e);
        }
    }

    /** Null when nothing came for a moment, so that the thread sees whether it is to end. */
    private @Nullable Arrival next() throws InterruptedException {
        if (flight != null && gathering != null && gathering.isFull()) {
            return flight;
        }
        return arrivals.poll(100, TimeUnit.MILLISECONDS);
    }

    private void take(@Nullable Arrival arrival) {
        switch (arrival) {
            case Append it -> gather(it);
            case Flight it when it == flight -> land(it);
            // It was waited for already.
            case Flight _ -> {}
            case null -> {}
        }
    }

    private void gather(Append append) {
        if (gathering == null) {
            gathering = log.batchAfter(flight == null ? null : flight.placed());
        }
        gathering.add(append);
    }

    private void send(Batch batch) {
        gathering = null;
        var placed = batch.placed();
        if (batch.isEmpty()) {
            return;
        }
        if (placed != null && batch.records() >= MANY) {
            flight = Flight.of(batch, placed, store, sender, arrivals::add);
        } else {
            log.commit(batch);
        }
    }

    private void land(Flight landing) {
        var outcome = landing.outcome();
        flight = null;
        if (outcome == Outcome.STANDS) {
            log.standing(landing.placed());
            // The store need not wait until all callers are told.
            if (!closed && gathering != null && gathering.records() >= MANY) {
                send(gathering);
            }
            log.handOut(landing.batch().appends(), landing.placed());
        } else {
            log.settle(landing.batch(), outcome);
            var waiting = gathering;
            gathering = null;
            if (waiting != null) {
                waiting.appends().forEach(this::gather);
            }
        }
    }

    private void refuseWaiting() {
        for (var it = arrivals.poll(); it != null; it = arrivals.poll()) {
            if (it instanceof Append append) {
                refuse(append);
            }
        }
    }

    private static void refuse(Append append) {
        append.fail(new LedgerUnavailableException(new IllegalStateException("the service is stopping")));
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
