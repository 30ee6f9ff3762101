package gongkai.command.domain.plan;

import gongkai.event.Identifier;
import gongkai.event.TaskText;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which row of a corrected table is which row of the earlier one: first by the same category and content, then by the
 * same category in order, then by the same number. A task keeps its id when rows move.
 */
public final class PlanDifference {

    private final PlanFacts plan;
    private final Map<Integer, PlanTask> matched = new HashMap<>();
    private final List<PlanTask> left;

    private PlanDifference(PlanFacts plan) {
        this.plan = plan;
        this.left = new ArrayList<>(plan.tasks());
    }

    /** Every row of the corrected table in its order, then the rows that it lacks. */
    public static List<RowChange> between(PlanFacts plan, PlanReading corrected) {
        var difference = new PlanDifference(plan);
        difference.match(corrected, PlanDifference::categoryAndContent);
        difference.match(corrected, text -> TaskText.oneLine(text.category()));
        difference.matchByNumber(corrected);
        return difference.changes(corrected);
    }

    private static String categoryAndContent(TaskText text) {
        return TaskText.oneLine(text.category()) + "\n" + TaskText.oneLine(text.content());
    }

    private void match(PlanReading corrected, Function<TaskText, String> key) {
        for (var row : unmatched(corrected)) {
            left.stream()
                    .filter(it -> key.apply(it.text()).equals(key.apply(row.text())))
                    .findFirst()
                    .ifPresent(it -> take(row, it));
        }
    }

    private void matchByNumber(PlanReading corrected) {
        for (var row : unmatched(corrected)) {
            left.stream().filter(it -> it.row() == row.row()).findFirst().ifPresent(it -> take(row, it));
        }
    }

    private List<TaskReading> unmatched(PlanReading corrected) {
        return corrected.tasks().stream()
                .filter(it -> !matched.containsKey(it.row()))
                .toList();
    }

    private void take(TaskReading row, PlanTask task) {
        matched.put(row.row(), task);
        left.remove(task);
    }

    private List<RowChange> changes(PlanReading corrected) {
        List<RowChange> changes = new ArrayList<>();
        int next = plan.numbered();
        for (var row : corrected.tasks()) {
            var before = Optional.ofNullable(matched.get(row.row()));
            if (before.isEmpty()) {
                next++;
            }
            var id = before.map(PlanTask::id).orElse(Identifier.task(plan.plan(), next));
            changes.add(new RowChange(id, before, Optional.of(row)));
        }
        left.forEach(it -> changes.add(new RowChange(it.id(), Optional.of(it), Optional.empty())));
        return changes;
    }
}
