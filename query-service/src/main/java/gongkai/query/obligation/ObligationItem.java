package gongkai.query.obligation;

import gongkai.event.Role;
import gongkai.event.TaskText;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How an obligation stands at a moment. */
public record ObligationItem(
        String id,
        @Schema(description = "The task's id") String task,
        @Schema(description = "The table's row, from 1") int row,
        String directory,
        String category,
        String content,

        @Schema(description = "完成时限 as it stands in the table")
        String timeLimit,

        @Schema(description = "The unit's code") String unit,
        String unitName,
        Role role,
        Status status,

        @Schema(description = "The last day that is in time, Asia/Shanghai; none for ongoing duties")
        Optional<LocalDate> dueOn,

        @Schema(description = "The last moment that is in time, for limits in hours")
        Optional<OffsetDateTime> dueAt,

        @Schema(description = "Whether a holiday notice still to come may move dueOn")
        boolean provisional,

        @Schema(description = "Breaches that are still open")
        int breaches,

        @Schema(description = "Full days without a sign of life, of an ongoing duty")
        Optional<Long> silentDays,

        @Schema(description = "期次, the due instances of all adopted rules")
        List<OccurrenceItem> occurrences,

        SupervisionItem supervision,
        List<Evidence> evidence) {

    public static ObligationItem of(ObligationFacts facts, StatusRule rule, AsOf asOf) {
        var standing = facts.at(asOf);
        var text = standing.text();
        var look = rule.lookAt(facts, asOf);
        var due = rule.dueOf(facts, asOf);
        return new ObligationItem(
                facts.assigned().obligation(),
                facts.assigned().task(),
                standing.row(),
                TaskText.oneLine(text.directory()),
                TaskText.oneLine(text.category()),
                text.content(),
                TaskText.oneLine(text.timeLimit()),
                standing.assignment().unit(),
                standing.assignment().name(),
                standing.assignment().role(),
                look.status(),
                due.map(DueDate::on),
                due.flatMap(DueDate::at).map(ChinaTime::at),
                due.filter(DueDate::provisional).isPresent(),
                look.lateness().open(),
                isOngoing(look.status()) ? Optional.of(rule.silentDays(facts, asOf)) : Optional.empty(),
                OccurrenceItem.of(facts, rule, asOf),
                SupervisionItem.of(standing),
                Evidence.of(facts, asOf));
    }

    private static boolean isOngoing(Status status) {
        return status == Status.ONGOING_ACTIVE || status == Status.ONGOING_SILENT;
    }
}
