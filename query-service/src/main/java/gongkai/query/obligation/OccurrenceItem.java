package gongkai.query.obligation;

import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** 期次: one due instance. */
public record OccurrenceItem(
        @Schema(description = "A case's id, a period such as 2019-04, or «once»")
        String id,

        @Schema(description = "Which of the rules, from 1") int rule,
        LocalDate dueOn,
        Optional<OffsetDateTime> dueAt,
        boolean provisional,

        @Schema(description = "How many pieces of evidence it takes")
        int quota,

        @Schema(description = "How many there are") int evidence,

        @Schema(description = "When the last one that it takes was there")
        Optional<OffsetDateTime> fulfilledAt) {

    static List<OccurrenceItem> of(ObligationFacts facts, StatusRule rule, AsOf asOf) {
        return rule.occurrencesOf(facts, asOf).stream().map(OccurrenceItem::of).toList();
    }

    private static OccurrenceItem of(Occurrence it) {
        return new OccurrenceItem(
                it.id(),
                it.rule() + 1,
                it.due().on(),
                it.due().at().map(ChinaTime::at),
                it.due().provisional(),
                it.quota(),
                it.evidence().size(),
                it.fulfilledAt().map(ChinaTime::at));
    }
}
