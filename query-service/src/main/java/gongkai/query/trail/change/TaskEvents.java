package gongkai.query.trail.change;

import gongkai.event.Event;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import java.util.Optional;

/** Events in a plan's stream that are about one of its rows. */
public final class TaskEvents {

    private TaskEvents() {}

    /** The row's id; empty when it is about the table as a whole, or in another stream. */
    public static Optional<String> taskOf(Event event) {
        return switch (event) {
            case TaskDefined it -> Optional.of(it.task());
            case TaskClarified it -> Optional.of(it.task());
            case TaskAmended it -> Optional.of(it.task());
            case TaskRemoved it -> Optional.of(it.task());
            default -> Optional.empty();
        };
    }
}
