package gongkai.query.trail.change;

import gongkai.event.Rule;
import gongkai.event.TaskText;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of the table as traits, of a task and of an obligation alike. */
final class TableRow {

    private TableRow() {}

    static Traits text(Traits traits, int row, TaskText text) {
        return traits.with(Trait.ROW, String.valueOf(row))
                .with(Trait.DIRECTORY, TaskText.oneLine(text.directory()))
                .with(Trait.CATEGORY, TaskText.oneLine(text.category()))
                .with(Trait.CONTENT, text.content())
                .with(Trait.RESPONSIBILITY, TaskText.oneLine(text.responsibility()))
                .with(Trait.TIME_LIMIT, TaskText.oneLine(text.timeLimit()));
    }

    /** Only those that count; empty when none does. */
    static Optional<String> rules(List<Rule> rules) {
        var adopted = rules.stream()
                .filter(Rule::adopted)
                .map(TableRow::limit)
                .distinct()
                .collect(Collectors.joining("；"));
        return Optional.of(adopted).filter(it -> !it.isEmpty());
    }

    private static String limit(Rule rule) {
        var text = TaskText.oneLine(rule.timeLimit().text());
        return switch (rule.timeLimit()) {
            case FixedDate it -> "%s（%s）".formatted(text, it.dueOn());
            case Window it ->
                "%s（%s—%s）"
                        .formatted(
                                text,
                                it.from().map(String::valueOf).orElse(""),
                                it.to().map(String::valueOf).orElse(""));
            default -> text;
        };
    }
}
