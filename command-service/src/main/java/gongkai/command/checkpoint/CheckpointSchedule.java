package gongkai.command.checkpoint;

import gongkai.command.ledger.DamagedTreeException;
import gongkai.command.ledger.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has each ledger that grew signed and remembered, soon after it grew; where many grow all the time, not all the time. */
@Component
class CheckpointSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    /** So many times as long as it took to sign what grew, so that who writes goes first. */
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final AtomicBoolean news = new AtomicBoolean(true);
    private long restedAt = System.nanoTime();

    /** By ledger, the size at which it needs no further checkpoint. */
    private final Map<String, Long> done = new HashMap<>();

    /** By ledger, why it is not signed. */
    private final Map<String, String> unsigned = new ConcurrentHashMap<>();

    CheckpointSchedule(Ledger ledger, Checkpoints checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        ledger.onAppend(() -> news.set(true));
    }

    @Scheduled(fixedDelayString = "${gongkai.checkpoint-interval}")
    void signWhatGrew() {
        if (System.nanoTime() - restedAt >= 0 && news.getAndSet(false)) {
            long begin = System.nanoTime();
            ledger.sizes().forEach(this::signIfGrown);
            long end = System.nanoTime();
            restedAt = end + Math.min((end - begin) * REST, LONGEST_REST.toNanos());
        }
    }

    private void signIfGrown(String code, long size) {
        if (done.getOrDefault(code, 0L) != size) {
            try {
                if (checkpoints.sign(code).remembered()) {
                    done.put(code, size);
                } else {
                    news.set(true);
                }
                unsigned.remove(code);
            } catch (RolledBackException | DamagedTreeException e) {
                // Reads go on; it is said once, until the ledger grows again or the service starts again.
                done.put(code, size);
                unsigned.put(code, String.valueOf(e.getMessage()));
                LOG.error("The ledger {} is not signed: {}", code, e.getMessage());
            }
        }
    }

    /** The ledgers that are not signed, with the reason. */
    Map<String, String> unsigned() {
        return Map.copyOf(unsigned);
    }
}
