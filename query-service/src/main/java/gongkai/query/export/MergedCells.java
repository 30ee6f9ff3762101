package gongkai.query.export;

import gongkai.event.TableColumn;
import gongkai.status.PlanTask;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a row go on from the row above, as in the document that it was read from. A correction may have parted
 * them: only cells of the same text, under the same section, are merged.
 */
final class MergedCells {

    /** Where nobody noted the document's merges, these are what tables merge. */
    private static final Set<TableColumn> USUALLY = Set.of(TableColumn.DIRECTORY, TableColumn.CATEGORY);

    private MergedCells() {}

    /** @param above the row before, if there is one */
    static boolean continues(TableColumn column, PlanTask task, @Nullable PlanTask above) {
        return above != null
                && above.text().section().equals(task.text().section())
                && textOf(column, above).equals(textOf(column, task))
                && isMerged(column, task);
    }

    private static boolean isMerged(TableColumn column, PlanTask task) {
        return task.continued()
                .map(columns -> columns.contains(column))
                .orElseGet(
                        () -> USUALLY.contains(column) && !textOf(column, task).isBlank());
    }

    static String textOf(TableColumn column, PlanTask task) {
        var text = task.text();
        return switch (column) {
            case DIRECTORY -> text.directory();
            case CATEGORY -> text.category();
            case CONTENT -> text.content();
            case RESPONSIBILITY -> text.responsibility();
            case TIME_LIMIT -> text.timeLimit();
        };
    }
}
