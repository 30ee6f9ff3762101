package gongkai.query.breach;

import gongkai.event.TaskText;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.AsOf;
import gongkai.status.Breach;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A due moment that passed without qualifying evidence. */
public record BreachItem(
        @Schema(description = "Obligation and occurrence") String id,
        String obligation,

        @Schema(description = "Which due instance: a case's id, a period such as 2019-04, or «once»")
        String occurrence,

        int row,
        String category,
        String content,
        String unit,
        String unitName,

        @Schema(description = "The last day that was in time, Asia/Shanghai")
        LocalDate dueOn,

        @Schema(description = "The first late moment") OffsetDateTime beganAt,

        @Schema(description = "When late evidence was there, or the end was moved or waived; absent while it is open")
        Optional<OffsetDateTime> curedAt,

        boolean open,

        @Schema(description = "Working days from the first late day to the cure, or to the moment asked about")
        int workingDaysLate) {

    static List<BreachItem> of(Judged it, AsOf asOf) {
        return it.rule().breachesOf(it.facts(), asOf).stream()
                .map(breach -> of(breach, it, asOf))
                .toList();
    }

    private static BreachItem of(Breach breach, Judged it, AsOf asOf) {
        var assigned = it.facts().assigned();
        var standing = it.facts().at(asOf);
        var lateFrom = ChinaTime.dateOf(breach.beganAt());
        var lateUntil = ChinaTime.dateOf(breach.curedAt().orElse(asOf.at()));
        return new BreachItem(
                assigned.obligation() + "/" + breach.occurrence(),
                assigned.obligation(),
                breach.occurrence(),
                standing.row(),
                TaskText.oneLine(standing.text().category()),
                standing.text().content(),
                standing.assignment().unit(),
                standing.assignment().name(),
                breach.due().on(),
                ChinaTime.at(breach.beganAt()),
                breach.curedAt().map(ChinaTime::at),
                breach.isOpen(),
                it.rule().calendar().workingDaysBetween(lateFrom.minusDays(1), lateUntil));
    }
}
