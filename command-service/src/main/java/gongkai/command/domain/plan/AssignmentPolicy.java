package gongkai.command.domain.plan;

import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationCommand.AmendObligation;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.ClarifyObligation;
import gongkai.command.domain.obligation.ObligationCommand.WithdrawObligation;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Identifier;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Whoever is assigned to a task owes it: task × unit gives one obligation; who is released owes it no more. */
public final class AssignmentPolicy {

    private final PlanFacts plan;
    private final Instant now;

    /** @param plan as the events have left it */
    public AssignmentPolicy(PlanFacts plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    /** The commands that follow from an event, to be carried out together with it. */
    public List<ObligationCommand> reactTo(PlanEvent event) {
        return switch (event) {
            case TaskDefined it ->
                owed(it.task()).<ObligationCommand>map(terms -> terms).toList();
            case TaskClarified it ->
                Stream.concat(
                                owed(it.task())
                                        .<ObligationCommand>map(terms -> new ClarifyObligation(terms, it.basis())),
                                released(it.task(), it.released(), it.basis()))
                        .toList();
            case TaskAmended it ->
                Stream.concat(
                                owed(it.task()).<ObligationCommand>map(terms -> new AmendObligation(terms, it.basis())),
                                released(it.task(), it.released(), it.basis()))
                        .toList();
            case TaskRemoved it ->
                released(it.task(), it.released(), it.basis()).toList();
            case PlanImported _, PlanAmended _, PlanClarified _ -> List.of();
        };
    }

    private Stream<AssignObligation> owed(String id) {
        return plan.task(id).stream()
                .flatMap(task -> task.assignments().stream().map(it -> terms(task, it)));
    }

    private AssignObligation terms(PlanTask task, Assignment assignment) {
        return new AssignObligation(
                Identifier.obligation(task.id(), assignment.unit()),
                task.id(),
                task.row(),
                task.text(),
                assignment,
                task.rules(),
                plan.issuedOn(),
                now);
    }

    private Stream<ObligationCommand> released(String task, List<String> units, Basis basis) {
        return units.stream().map(unit -> new WithdrawObligation(Identifier.obligation(task, unit), basis, now));
    }
}
