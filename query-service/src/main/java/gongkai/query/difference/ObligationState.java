package gongkai.query.difference;

import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.obligation.OccurrenceItem;
import gongkai.status.AsOf;
import gongkai.status.Breach;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How an obligation stands in one state of knowledge. */
public record ObligationState(
        Status status,
        @Schema(description = "The unit's code") String unit,
        String unitName,

        @Schema(description = "The last day that is in time, Asia/Shanghai")
        Optional<LocalDate> dueOn,

        @Schema(description = "The last moment that is in time, for limits in hours")
        Optional<OffsetDateTime> dueAt,

        boolean provisional,
        List<OccurrenceItem> occurrences,

        @Schema(description = "Spells of lateness, in order of time")
        List<Spell> breaches,

        List<Evidence> evidence) {

    /** A spell of lateness; an open one has no end. */
    public record Spell(
            String occurrence,
            LocalDate dueOn,

            @Schema(description = "The first late moment") OffsetDateTime beganAt,

            Optional<OffsetDateTime> curedAt) {

        private static Spell of(Breach it) {
            return new Spell(
                    it.occurrence(),
                    it.due().on(),
                    ChinaTime.at(it.beganAt()),
                    it.curedAt().map(ChinaTime::at));
        }
    }

    static ObligationState of(Judged it, AsOf asOf) {
        var item = ObligationItem.of(it.facts(), it.rule(), asOf);
        return new ObligationState(
                item.status(),
                item.unit(),
                item.unitName(),
                item.dueOn(),
                item.dueAt(),
                item.provisional(),
                item.occurrences(),
                it.rule().breachesOf(it.facts(), asOf).stream().map(Spell::of).toList(),
                item.evidence());
    }
}
