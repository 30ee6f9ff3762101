package gongkai.command.domain.plan;

import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.event.Rule;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A corrected table in place of an earlier one: one event a row that differs. Answers stand where their cells do. */
final class Amendments {

    private final PlanFacts plan;
    private final ImportPlan command;
    private final Basis basis;

    Amendments(PlanFacts plan, ImportPlan command, Basis basis) {
        this.plan = plan;
        this.command = command;
        this.basis = basis;
    }

    List<PlanEvent> events(List<RowChange> changes) {
        var reading = command.reading();
        var amended = new PlanAmended(
                plan.plan(),
                reading.title(),
                reading.issuedOn().or(plan::issuedOn),
                command.document(),
                reading.findings(),
                basis,
                command.now());
        return Stream.concat(Stream.<PlanEvent>of(amended), changes.stream().flatMap(this::eventOf))
                .toList();
    }

    private Stream<PlanEvent> eventOf(RowChange change) {
        return change.after()
                .map(after -> change.before()
                        .map(before -> amended(before, after))
                        .orElseGet(() -> Stream.of(PlanDecider.defined(change.task(), after, command.now()))))
                .orElseGet(() -> change.before().stream().map(this::removed));
    }

    private Stream<PlanEvent> amended(PlanTask before, TaskReading after) {
        var next = merged(before, after, basis, command.now());
        var same = next.row() == before.row()
                && next.text().sameWords(before.text())
                && next.assignments().equals(before.assignments())
                && next.rules().equals(before.rules());
        return same ? Stream.empty() : Stream.of(next);
    }

    private PlanEvent removed(PlanTask task) {
        return new TaskRemoved(task.id(), task.releasedBy(List.of()), basis, command.now());
    }

    /** What persons answered stays in force as long as the cells that they answered about read the same. */
    static TaskAmended merged(PlanTask before, TaskReading after, Basis basis, Instant now) {
        List<Assignment> units = before.sameUnits(after.text()) ? before.assignments() : after.assignments();
        List<Rule> rules = before.sameDemand(after.text()) ? before.rules() : after.rules();
        return new TaskAmended(
                before.id(),
                after.row(),
                after.text(),
                units,
                before.releasedBy(units),
                rules,
                after.findings(),
                Optional.of(after.continued()),
                basis,
                now);
    }
}
