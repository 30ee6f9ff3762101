package gongkai.query.plan;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.FindingSeverity;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.http.rule.RuleAnswer;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A plan as it stands. */
public record PlanItem(
        String id,
        int year,
        String title,

        @Schema(description = "印发日期, once it is known") Optional<LocalDate> issuedOn,

        SourceDocument document,

        @Schema(description = "Open questions of the document and of all rows, notes not counted")
        int questions,

        @Schema(description = "Open questions about the document as a whole")
        List<Finding> findings,

        List<TaskItem> tasks,
        AnsweredAsOf asOf) {

    /** One row, as answers and corrections have left it. */
    public record TaskItem(
            String id,
            @Schema(description = "The table's row, from 1") int row,
            Optional<String> section,
            String directory,
            String category,
            String content,
            String responsibility,
            String timeLimit,
            List<Assignment> units,
            List<RuleAnswer> rules,

            @Schema(description = "Questions that nobody has answered yet")
            List<Finding> findings,

            @Schema(description = "Questions that persons have settled")
            List<FindingCode> answered) {

        static TaskItem of(PlanTask it) {
            return new TaskItem(
                    it.id(),
                    it.row(),
                    it.text().section().map(TaskText::oneLine),
                    TaskText.oneLine(it.text().directory()),
                    TaskText.oneLine(it.text().category()),
                    it.text().content(),
                    it.text().responsibility(),
                    TaskText.oneLine(it.text().timeLimit()),
                    it.assignments(),
                    RuleAnswer.of(it.rules()),
                    it.openFindings(),
                    it.answered().stream().sorted().toList());
        }

        public long questions() {
            return questionsIn(findings);
        }
    }

    public static PlanItem of(PlanFacts it, AnsweredAsOf asOf) {
        var tasks = it.tasks().stream()
                .map(TaskItem::of)
                .sorted(Comparator.comparingInt(TaskItem::row))
                .toList();
        return new PlanItem(
                it.plan(),
                it.year(),
                it.title(),
                it.issuedOn(),
                it.document(),
                (int) (questionsIn(it.findings())
                        + tasks.stream().mapToLong(TaskItem::questions).sum()),
                it.findings(),
                tasks,
                asOf);
    }

    private static long questionsIn(List<Finding> findings) {
        return findings.stream()
                .filter(it -> it.severity() != FindingSeverity.NOTE)
                .count();
    }
}
