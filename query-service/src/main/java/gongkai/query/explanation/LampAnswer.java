package gongkai.query.explanation;

import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.AsOf;
import gongkai.status.Occurrence;
import gongkai.status.Status;
import gongkai.statute.Lamp;
import gongkai.statute.Overlay;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The second lamp: how an obligation stands under a statute above the plan. */
public record LampAnswer(
        String article,
        String text,
        int amount,
        CountingUnit unit,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,

        @Schema(description = "The publication or case whose clock it is; absent while nothing has started it")
        Optional<String> occurrence,

        Optional<OffsetDateTime> triggeredAt,
        Optional<LocalDate> dueOn,
        Optional<OffsetDateTime> dueAt,
        Optional<OffsetDateTime> fulfilledAt,
        Status status) {

    public static List<LampAnswer> of(Judged it, AsOf asOf) {
        return new Overlay(it.rule())
                .lampsOf(it.facts(), asOf).stream().map(LampAnswer::of).toList();
    }

    private static LampAnswer of(Lamp it) {
        return new LampAnswer(
                it.statute().article(),
                it.statute().text(),
                it.statute().amount(),
                it.statute().unit(),
                it.statute().from(),
                it.statute().to(),
                it.occurrence().map(Occurrence::id),
                it.triggeredAt().map(ChinaTime::at),
                it.occurrence().map(occurrence -> occurrence.due().on()),
                it.occurrence().flatMap(occurrence -> occurrence.due().at()).map(ChinaTime::at),
                it.occurrence().flatMap(Occurrence::fulfilledAt).map(ChinaTime::at),
                it.status());
    }
}
