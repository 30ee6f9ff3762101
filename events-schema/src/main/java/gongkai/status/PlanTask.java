package gongkai.status;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.Rule;
import gongkai.event.TableColumn;
import gongkai.event.TaskText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table as it stands, clarified or amended.
 *
 * @param answered the questions that persons have settled
 * @param continued the columns in which the document merges the row with the one above it; empty where nobody noted it
 */
public record PlanTask(
        String id,
        int row,
        TaskText text,
        List<Assignment> assignments,
        List<Rule> rules,
        List<Finding> findings,
        Set<FindingCode> answered,
        Optional<List<TableColumn>> continued) {

    static PlanTask of(TaskDefined it) {
        return new PlanTask(
                it.task(), it.row(), it.text(), it.assignments(), it.rules(), it.findings(), Set.of(), it.continued());
    }

    PlanTask with(TaskClarified it) {
        var settled = new HashSet<>(answered);
        settled.addAll(it.answered());
        return new PlanTask(id, row, text, it.assignments(), it.rules(), findings, Set.copyOf(settled), continued);
    }

    /** A changed cell asks its questions anew. */
    PlanTask with(TaskAmended it) {
        var settled = sameUnits(it.text()) && sameDemand(it.text()) ? answered : Set.<FindingCode>of();
        return new PlanTask(
                id, it.row(), it.text(), it.assignments(), it.rules(), it.findings(), settled, it.continued());
    }

    /** Questions that nobody has answered yet. */
    public List<Finding> openFindings() {
        return findings.stream().filter(it -> !answered.contains(it.code())).toList();
    }

    /** Whether 责任单位 reads the same there, line breaks aside. */
    public boolean sameUnits(TaskText other) {
        return same(text.responsibility(), other.responsibility());
    }

    /** Whether 公开内容 and 完成时限 read the same there, line breaks aside. */
    public boolean sameDemand(TaskText other) {
        return same(text.timeLimit(), other.timeLimit()) && same(text.content(), other.content());
    }

    private static boolean same(String one, String other) {
        return TaskText.oneLine(one).equals(TaskText.oneLine(other));
    }

    /** The units that take part now and would not in {@code later}. */
    public List<String> releasedBy(List<Assignment> later) {
        var kept = later.stream().map(Assignment::unit).toList();
        return assignments.stream()
                .map(Assignment::unit)
                .filter(it -> !kept.contains(it))
                .toList();
    }

    /** The number in its id, 7 of {@code 610926-2019-07}. */
    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }
}
