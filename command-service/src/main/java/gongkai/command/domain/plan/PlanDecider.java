package gongkai.command.domain.plan;

import gongkai.command.domain.Decider;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.command.domain.plan.PlanState.Absent;
import gongkai.command.domain.plan.PlanState.Imported;
import gongkai.event.Finding;
import gongkai.event.FindingSeverity;
import gongkai.event.Identifier;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskDefined;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides about taking in a table. The same document again changes nothing; another one in its place is refused. */
public final class PlanDecider implements Decider<PlanCommand, PlanState, PlanEvent> {

    @Override
    public PlanState initial() {
        return new Absent();
    }

    @Override
    public List<PlanEvent> decide(PlanState state, PlanCommand command) {
        return switch (command) {
            case ImportPlan it ->
                switch (state) {
                    case Absent _ -> importPlan(it);
                    case Imported imported -> importAgain(imported, it);
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
                .map(task -> new TaskDefined(
                        Identifier.task(reading.plan(), task.row()),
                        task.row(),
                        task.text(),
                        task.assignments(),
                        task.rules(),
                        task.findings(),
                        it.now()));
        return Stream.<PlanEvent>concat(Stream.of(imported), tasks).toList();
    }

    private static List<PlanEvent> importAgain(Imported state, ImportPlan it) {
        if (state.sha256().equals(it.document().sha256())) {
            return List.of();
        }
        throw Rejection.PLAN_EXISTS.because(
                "The plan %s was already imported from another document (SHA-256 %s). Nothing was changed."
                        .formatted(it.reading().plan(), state.sha256()));
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
        return switch (event) {
            case PlanImported it -> new Imported(it.document().sha256());
            default -> state;
        };
    }
}
