package gongkai.bundle;

import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.SourceDocument;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import gongkai.status.ObligationFacts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a ledger's records amount to.
 *
 * @param jurisdiction empty when it is not among the records
 * @param obligations by their ids
 * @param documents the files that each plan was read from, in the order in which they came
 */
record LedgerFacts(
        Optional<JurisdictionFacts> jurisdiction,
        SortedMap<String, ObligationFacts> obligations,
        Map<String, Set<SourceDocument>> documents) {

    /** @param records in the order of their leaves, none later than is known */
    static LedgerFacts of(Collection<EventRecord> records) {
        var fold = new Fold();
        records.forEach(fold::take);
        return new LedgerFacts(fold.jurisdiction, fold.obligations, fold.documents);
    }

    /** The files behind the plans of these obligations. */
    List<SourceDocument> documentsOf(Collection<String> ids) {
        return ids.stream()
                .map(LedgerFacts::planOf)
                .distinct()
                .flatMap(it -> documents.getOrDefault(it, Set.of()).stream())
                .distinct()
                .toList();
    }

    static String planOf(String obligation) {
        return Identifier.planOf(Identifier.planOf(obligation));
    }

    private static final class Fold {

        private Optional<JurisdictionFacts> jurisdiction = Optional.empty();
        private final SortedMap<String, ObligationFacts> obligations = new TreeMap<>();
        private final Map<String, Set<SourceDocument>> documents = new TreeMap<>();

        private void take(EventRecord record) {
            switch (record.event()) {
                case JurisdictionRegistered it -> jurisdiction = Optional.of(JurisdictionFacts.of(it));
                case JurisdictionEvent it -> jurisdiction = jurisdiction.map(before -> before.with(it));
                case PlanImported it -> keep(it.plan(), it.document());
                case PlanAmended it -> keep(it.plan(), it.document());
                case ObligationAssigned it ->
                    obligations.put(record.subject(), ObligationFacts.of(it, record.position()));
                case ObligationEvent it ->
                    obligations.computeIfPresent(record.subject(), (_, before) -> before.with(it, record.position()));
                default -> {}
            }
        }

        private void keep(String plan, SourceDocument document) {
            documents.computeIfAbsent(plan, _ -> new LinkedHashSet<>()).add(document);
        }
    }
}
