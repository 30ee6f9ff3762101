package gongkai.command.api;

import gongkai.command.domain.plan.PlanReading;
import gongkai.command.domain.plan.RowChange;
import gongkai.command.domain.plan.TaskReading;
import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.Identifier;
import gongkai.event.Role;
import gongkai.http.rule.RuleAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A plan as it was read; {@code leaf} and {@code position} are there once it is recorded. */
record PlanAnswer(
        String id,
        int year,
        String title,
        Optional<LocalDate> issuedOn,
        List<TaskAnswer> tasks,
        List<Finding> findings,
        Counts counts,

        @Schema(description = "Rows that differ from the plan that stands, before it is accepted")
        List<ChangeAnswer> changes,

        Optional<String> ledger,
        Optional<Long> leaf,
        Optional<Long> position) {

    /** {@code row} counts from 1. */
    record TaskAnswer(
            String id,
            int row,
            Optional<String> section,
            String directory,
            String category,
            String content,
            String responsibility,
            List<UnitAnswer> units,
            List<RuleAnswer> rules,
            List<Finding> findings) {}

    record UnitAnswer(String code, String name, Role role) {}

    /** {@code findings} counts those of the document and of all rows. */
    record Counts(int rows, int tasks, int obligations, int findings) {}

    static PlanAnswer of(PlanReading reading, List<RowChange> changes, Optional<Place> place) {
        var tasks = reading.tasks().stream()
                .map(it -> of(idOf(reading.plan(), it, changes), it))
                .toList();
        return new PlanAnswer(
                reading.plan(),
                reading.year(),
                reading.title(),
                reading.issuedOn(),
                tasks,
                reading.findings(),
                new Counts(
                        tasks.size(),
                        tasks.size(),
                        tasks.stream().mapToInt(it -> it.units().size()).sum(),
                        reading.findings().size()
                                + tasks.stream()
                                        .mapToInt(it -> it.findings().size())
                                        .sum()),
                changes.stream().flatMap(it -> ChangeAnswer.of(it).stream()).toList(),
                place.map(Place::ledger),
                place.map(Place::leaf),
                place.map(Place::position));
    }

    /** A row of a corrected table keeps the id of the task that it was. */
    private static String idOf(String plan, TaskReading row, List<RowChange> changes) {
        return changes.stream()
                .filter(it -> it.after().filter(row::equals).isPresent())
                .map(RowChange::task)
                .findFirst()
                .orElseGet(() -> Identifier.task(plan, row.row()));
    }

    private static TaskAnswer of(String id, TaskReading it) {
        return new TaskAnswer(
                id,
                it.row(),
                it.text().section(),
                it.text().directory(),
                it.text().category(),
                it.text().content(),
                it.text().responsibility(),
                it.assignments().stream().map(PlanAnswer::of).toList(),
                RuleAnswer.of(it.rules()),
                it.findings());
    }

    private static UnitAnswer of(Assignment it) {
        return new UnitAnswer(it.unit(), it.name(), it.role());
    }
}
