package gongkai.command.domain.plan;

import gongkai.command.domain.Decider;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanCommand.ClarifyPlan;
import gongkai.command.domain.plan.PlanCommand.ClarifyTask;
import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.command.domain.plan.PlanState.Absent;
import gongkai.command.domain.plan.PlanState.Imported;
import gongkai.event.Basis;
import gongkai.event.Finding;
import gongkai.event.FindingSeverity;
import gongkai.event.Identifier;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.status.PlanFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides about a table: taking it in, answering what it leaves open, and accepting a corrected one in its place. */
public final class PlanDecider implements Decider<PlanCommand, PlanState, PlanEvent> {

    @Override
    public PlanState initial() {
        return new Absent();
    }

    @Override
    public List<PlanEvent> decide(PlanState state, PlanCommand command) {
        return switch (state) {
            case Absent _ -> {
                if (command instanceof ImportPlan it) {
                    yield importPlan(it);
                }
                throw Rejection.PLAN_UNKNOWN.because(
                        "There is no plan «%s»; import its table first.".formatted(command.subject()));
            }
            case Imported(var plan) ->
                switch (command) {
                    case ImportPlan it -> importAgain(plan, it);
                    case ClarifyTask it -> Clarifications.task(plan, it);
                    case ClarifyPlan it -> Clarifications.plan(plan, it);
                };
        };
    }

    private static List<PlanEvent> importPlan(ImportPlan it) {
        var reading = it.reading();
        refuseErrors(reading);
        var imported = new PlanImported(
                reading.plan(),
                reading.year(),
                reading.title(),
                reading.issuedOn(),
                it.document(),
                reading.findings(),
                it.now());
        var tasks = reading.tasks().stream()
                .map(task -> defined(Identifier.task(reading.plan(), task.row()), task, it.now()));
        return Stream.<PlanEvent>concat(Stream.of(imported), tasks).toList();
    }

    static TaskDefined defined(String id, TaskReading it, Instant now) {
        return new TaskDefined(
                id, it.row(), it.text(), it.assignments(), it.rules(), it.findings(), Optional.of(it.continued()), now);
    }

    /** The same document again changes nothing; a corrected one is amended row by row. */
    private static List<PlanEvent> importAgain(PlanFacts plan, ImportPlan it) {
        if (plan.document().sha256().equals(it.document().sha256())) {
            return List.of();
        }
        var changes = PlanDifference.between(plan, it.reading());
        var basis = it.basis().orElseGet(() -> theDocumentItself(plan, changes, it));
        refuseErrors(it.reading());
        return new Amendments(plan, it, basis).events(changes);
    }

    /** A corrected table speaks for itself; a quite different one must say why it takes the place of the first. */
    private static Basis theDocumentItself(PlanFacts plan, List<RowChange> changes, ImportPlan it) {
        var kept = changes.stream().filter(RowChange::isKept).count();
        if (kept * 2 < plan.tasks().size()) {
            throw Rejection.PLAN_EXISTS.because(
                    ("The plan %s was already imported from another document (SHA-256 %s), and this one keeps only %d of its %d "
                                    + "rows. Nothing was changed. Look at the differences with dryRun=true; to accept them send "
                                    + "«reason» and «authority» as well.")
                            .formatted(
                                    plan.plan(),
                                    plan.document().sha256(),
                                    kept,
                                    plan.tasks().size()));
        }
        return new Basis("更正后的任务分解表：" + it.document().fileName(), it.reading().title());
    }

    private static void refuseErrors(PlanReading reading) {
        var errors = reading.tasks().stream()
                .flatMap(task -> task.findings().stream())
                .filter(it -> it.severity() == FindingSeverity.ERROR)
                .map(PlanDecider::sentence)
                .collect(Collectors.joining(" "));
        if (!errors.isEmpty()) {
            throw Rejection.UNIT_UNKNOWN.because(errors);
        }
    }

    private static String sentence(Finding it) {
        return it.cell() + ": " + it.message() + " " + it.suggestion();
    }

    @Override
    public PlanState evolve(PlanState state, PlanEvent event) {
        return switch (state) {
            case Imported(var plan) -> new Imported(plan.with(event));
            case Absent _ -> {
                if (event instanceof PlanImported it) {
                    yield new Imported(PlanFacts.of(it));
                }
                throw new IllegalStateException("The stream does not begin with an import");
            }
        };
    }
}
