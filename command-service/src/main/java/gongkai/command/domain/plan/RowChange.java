package gongkai.command.domain.plan;

import gongkai.status.PlanTask;
import java.util.Optional;

/** How one row of a corrected table relates to the rows that stand: kept, amended, added or removed. */
public record RowChange(String task, Optional<PlanTask> before, Optional<TaskReading> after) {

    /** The row is still there and reads the same, wherever it stands now. */
    boolean isKept() {
        return before.flatMap(it -> after.filter(row -> row.text().sameWords(it.text())))
                .isPresent();
    }
}
