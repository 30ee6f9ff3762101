package gongkai.command.dispatch;

import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.StreamConflictException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What a unit of work has decided on. A state may come from the cache while another service has written to its stream:
 * an append would find that out by its conflict, but a decision that appends nothing has to ask.
 */
final class Decisions {

    private static final String RESOURCE = Decisions.class.getName();

    /** By stream, the sequence up to which its state was known at the first decision; -1 for a new one. */
    private final Map<String, Long> known = new HashMap<>();

    private final Set<String> appending = new HashSet<>();

    static Decisions current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, _ -> new Decisions());
    }

    void add(String subject, long sequence, boolean appends) {
        known.putIfAbsent(subject, sequence);
        if (appends) {
            appending.add(subject);
        }
    }

    /** Of a unit that was refused: nothing of it is appended. */
    void requireAllKnown(LedgerReader ledger) {
        known.keySet().forEach(it -> requireKnown(it, ledger));
    }

    /** Of a unit that is about to append. */
    void requireRestKnown(LedgerReader ledger) {
        known.keySet().stream().filter(it -> !appending.contains(it)).forEach(it -> requireKnown(it, ledger));
    }

    private void requireKnown(String subject, LedgerReader ledger) {
        if (ledger.lastSequence(subject).orElse(-1) != known.getOrDefault(subject, -1L)) {
            throw new StreamConflictException(subject);
        }
    }
}
