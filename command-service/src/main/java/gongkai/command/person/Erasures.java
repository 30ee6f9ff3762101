package gongkai.command.person;

import gongkai.command.dispatch.Streams;
import gongkai.command.domain.Rejected;
import gongkai.command.ledger.LedgerReader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who was erased, gathered at the start from the ledgers and from every memory outside, and told to each that lacks it: so a
 * key that a restored backup brought back is gone again before anything is opened with it.
 */
@Component
class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final LedgerReader ledger;
    private final Streams streams;
    private final List<ErasureMemory> memories;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean gathered;
    private volatile boolean told;

    Erasures(LedgerReader ledger, Streams streams, List<ErasureMemory> memories) {
        this.ledger = ledger;
        this.streams = streams;
        this.memories = List.copyOf(memories);
    }

    /** Whether all that can be known of erasures is known; until then nothing is opened. */
    boolean isGathered() {
        return gathered;
    }

    boolean contains(String person) {
        return known.contains(person);
    }

    /** In every memory, at once or as soon as it can be reached; the keys go first. */
    void add(String person) {
        known.add(person);
        told = false;
        tell();
    }

    @Scheduled(fixedDelayString = "${gongkai.checkpoint-interval}")
    void settle() {
        if (!gathered) {
            gather();
        }
        if (gathered && !told) {
            tell();
        }
    }

    private synchronized void gather() {
        try {
            ledger.sizes().keySet().forEach(it -> known.addAll(erasedIn(it)));
            memories.forEach(it -> known.addAll(it.erased()));
            gathered = true;
            // First those that bring keys back.
            tell();
        } catch (RuntimeException e) {
            gathered = false;
            LOG.warn("Who was erased cannot be looked up for now, so nothing personal is opened: {}", e.toString());
        }
    }

    private Set<String> erasedIn(String code) {
        try {
            return streams.jurisdiction(code).erased();
        } catch (Rejected _) {
            return Set.of();
        }
    }

    private synchronized void tell() {
        boolean all = true;
        for (var memory : memories) {
            try {
                known.forEach(memory::remember);
            } catch (RuntimeException e) {
                all = false;
                LOG.warn("An erasure could not be remembered everywhere for now: {}", e.toString());
            }
        }
        told = all;
    }
}
