package gongkai.bundle;

import gongkai.event.SourceDocument;
import gongkai.status.AsOf;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle claims.
 *
 * @param counts obligations by status; statuses that none has are left out
 * @param documents the files that the plans were read from
 */
record Statuses(
        Question question, Map<Status, Integer> counts, List<Judgement> obligations, List<SourceDocument> documents) {

    static Statuses of(Question question, JurisdictionFacts jurisdiction, LedgerFacts facts) {
        var rule = new StatusRule(jurisdiction.calendar());
        var asOf = new AsOf(question.at(), question.known());
        var judged = Selection.obligations(question, facts).stream()
                .map(it -> Judgement.of(it, rule, asOf))
                .toList();
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        judged.forEach(it -> counts.merge(it.status(), 1, Integer::sum));
        var ids = judged.stream().map(Judgement::obligation).toList();
        return new Statuses(question, counts, judged, facts.documentsOf(ids));
    }
}
