package gongkai.query.explanation;

import gongkai.event.Rule;
import gongkai.status.Occurrence;
import gongkai.status.Standing;
import gongkai.status.Standing.AcceptedCase;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.DayReason;
import gongkai.time.DueDate;
import gongkai.time.Explanation;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.WorkingCalendar;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How one due date came to be. */
public record OccurrenceExplanation(
        String id,
        LocalDate dueOn,
        Optional<OffsetDateTime> dueAt,
        boolean provisional,

        @Schema(description = "The date counted anew from the rule, before any extension")
        LocalDate recomputedDueOn,

        @Schema(description = "Whether the date stands as the rule gives it; false after an extension")
        boolean agrees,

        @Schema(description = "What started the clock") Optional<OffsetDateTime> triggeredAt,

        Optional<Integer> amount,
        Optional<CountingUnit> unit,

        @Schema(description = "The days counted and skipped after the start")
        List<Day> days,

        @Schema(description = "The notices that made one of the days what it is")
        List<String> notices) {

    /** One day of the count. */
    public record Day(LocalDate on, boolean counted, DayReason reason, Optional<String> notice, int count) {}

    static OccurrenceExplanation of(Occurrence it, Rule rule, Standing standing, WorkingCalendar calendar) {
        var counted = standing.acceptedCase(it.id().replaceFirst("#\\d+$", ""))
                .flatMap(accepted -> count(accepted, rule, calendar));
        var recomputed = counted.map(Explanation::due).orElseGet(() -> it.byRule());
        return new OccurrenceExplanation(
                it.id(),
                it.due().on(),
                it.due().at().map(ChinaTime::at),
                it.due().provisional(),
                recomputed.on(),
                sameEnd(recomputed, it.due()),
                counted.map(_ -> ChinaTime.at(it.opensAt())),
                counted.map(Explanation::amount),
                counted.map(Explanation::unit),
                counted.map(Explanation::days).orElse(List.of()).stream()
                        .map(day -> new Day(day.on(), day.counted(), day.reason(), day.notice(), day.count()))
                        .toList(),
                counted.map(Explanation::days).orElse(List.of()).stream()
                        .flatMap(day -> day.notice().stream())
                        .distinct()
                        .toList());
    }

    private static boolean sameEnd(DueDate one, DueDate other) {
        return one.passesAt().equals(other.passesAt());
    }

    private static Optional<Explanation> count(AcceptedCase accepted, Rule rule, WorkingCalendar calendar) {
        return rule.timeLimit() instanceof AfterTrigger limit
                ? Optional.of(calendar.explain(accepted.fact().acceptedAt(), limit.amount(), limit.unit()))
                : Optional.empty();
    }
}
