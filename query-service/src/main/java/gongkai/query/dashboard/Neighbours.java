package gongkai.query.dashboard;

import gongkai.status.PlanTask;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows above and below a row of the table. */
public record Neighbours(Optional<PlanTask> above, Optional<PlanTask> below) {

    static Neighbours of(PlanTask task, List<PlanTask> all) {
        var byRow = Comparator.comparingInt(PlanTask::row);
        return new Neighbours(
                all.stream().filter(it -> it.row() < task.row()).max(byRow),
                all.stream().filter(it -> it.row() > task.row()).min(byRow));
    }
}
