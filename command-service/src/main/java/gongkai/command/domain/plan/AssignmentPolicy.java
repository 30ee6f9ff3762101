package gongkai.command.domain.plan;

import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.event.Event;
import gongkai.event.Identifier;
import gongkai.event.PlanEvent.TaskDefined;
import java.time.Instant;
import java.util.List;

/** Whoever is assigned to a task owes it: task × unit gives one obligation. */
public final class AssignmentPolicy {

    private AssignmentPolicy() {}

    /** The commands that follow from an event, to be carried out together with it. */
    public static List<AssignObligation> reactTo(Event event, Instant now) {
        return event instanceof TaskDefined task
                ? task.assignments().stream()
                        .map(assignment -> new AssignObligation(
                                Identifier.obligation(task.task(), assignment.unit()),
                                task.task(),
                                task.row(),
                                task.text(),
                                assignment,
                                task.rules(),
                                now))
                        .toList()
                : List.of();
    }
}
