package gongkai.command.api;

import gongkai.command.domain.plan.RowChange;
import gongkai.event.TaskText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a row of a corrected table differs from the row that stands.
 *
 * @param row in the corrected table; of a removed row, the one that it had
 */
record ChangeAnswer(String task, int row, Kind change, List<FieldChange> fields) {

    /** What becomes of the row. */
    enum Kind {
        ADDED,
        AMENDED,
        REMOVED
    }

    /** A cell, or the row's place, before and after. */
    record FieldChange(String field, String before, String after) {}

    /** Empty for a row that stays as it is. */
    static Optional<ChangeAnswer> of(RowChange it) {
        if (it.before().isEmpty()) {
            return it.after().map(after -> new ChangeAnswer(it.task(), after.row(), Kind.ADDED, List.of()));
        }
        var before = it.before().get();
        if (it.after().isEmpty()) {
            return Optional.of(new ChangeAnswer(it.task(), before.row(), Kind.REMOVED, List.of()));
        }
        var after = it.after().get();
        if (before.row() == after.row() && before.text().sameWords(after.text())) {
            return Optional.empty();
        }
        var fields = Stream.of(
                        difference("row", String.valueOf(before.row()), String.valueOf(after.row())),
                        difference("directory", before.text(), after.text(), TaskText::directory),
                        difference("category", before.text(), after.text(), TaskText::category),
                        difference("content", before.text(), after.text(), TaskText::content),
                        difference("responsibility", before.text(), after.text(), TaskText::responsibility),
                        difference("timeLimit", before.text(), after.text(), TaskText::timeLimit))
                .flatMap(Optional::stream)
                .toList();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeAnswer(it.task(), after.row(), Kind.AMENDED, fields));
    }

    private static Optional<FieldChange> difference(
            String field, TaskText before, TaskText after, Function<TaskText, String> cell) {
        return difference(field, cell.apply(before), cell.apply(after));
    }

    private static Optional<FieldChange> difference(String field, String before, String after) {
        return TaskText.oneLine(before).equals(TaskText.oneLine(after))
                ? Optional.empty()
                : Optional.of(new FieldChange(field, before, after));
    }
}
