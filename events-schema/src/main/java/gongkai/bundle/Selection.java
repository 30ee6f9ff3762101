package gongkai.bundle;

import gongkai.record.EventRecord;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of a ledger's records, and which of its obligations, an answer depends on. */
public final class Selection {

    private Selection() {}

    /**
     * The leaves whose records belong in the bundle: all that were known, and one more that shows where that ends; or the
     * county's own stream, the plans, and the obligations that are asked about.
     *
     * @param records the ledger's first ones, in the order of their leaves
     */
    public static List<Long> leaves(Question question, List<EventRecord> records) {
        var known = known(question, records);
        if (question.complete()) {
            return records.stream()
                    .limit(known.size() + 1L)
                    .filter(it -> it.leaf() < question.size())
                    .map(EventRecord::leaf)
                    .toList();
        }
        var streams = streams(question, LedgerFacts.of(known));
        return known.stream()
                .filter(it -> streams.contains(it.subject()))
                .map(EventRecord::leaf)
                .toList();
    }

    static List<EventRecord> known(Question question, Collection<EventRecord> records) {
        return records.stream().filter(it -> it.position() <= question.known()).toList();
    }

    private static Set<String> streams(Question question, LedgerFacts facts) {
        Set<String> streams = new HashSet<>(Set.of(question.ledger()));
        for (var obligation : obligations(question, facts)) {
            var id = obligation.assigned().obligation();
            streams.add(id);
            streams.add(LedgerFacts.planOf(id));
        }
        return streams;
    }

    /** Those that are asked about, in the order of their ids; a unit's are those that are its own at the moment. */
    static List<ObligationFacts> obligations(Question question, LedgerFacts facts) {
        var asOf = new AsOf(question.at(), question.known());
        return facts.obligations().values().stream()
                .filter(it -> switch (question.scope()) {
                    case JURISDICTION -> true;
                    case UNIT -> it.at(asOf).assignment().unit().equals(question.subject());
                    case OBLIGATION -> it.assigned().obligation().equals(question.subject());
                })
                .toList();
    }
}
