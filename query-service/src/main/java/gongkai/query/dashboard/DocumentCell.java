package gongkai.query.dashboard;

import gongkai.event.TableColumn;
import gongkai.status.PlanTask;
import java.util.Arrays;
import java.util.List;

/**
 * A cell as it stands in the document.
 *
 * @param text to the character, line breaks included
 * @param continued whether the document merges it with the cell above
 */
public record DocumentCell(String text, boolean continued) {

    /** A row's five cells, in the order of the document's columns. */
    static List<DocumentCell> of(PlanTask task) {
        var merged = task.continued().orElse(List.of());
        return Arrays.stream(TableColumn.values())
                .map(it -> new DocumentCell(text(it, task), merged.contains(it)))
                .toList();
    }

    private static String text(TableColumn column, PlanTask task) {
        return switch (column) {
            case DIRECTORY -> task.text().directory();
            case CATEGORY -> task.text().category();
            case CONTENT -> task.text().content();
            case RESPONSIBILITY -> task.text().responsibility();
            case TIME_LIMIT -> task.text().timeLimit();
        };
    }
}
