package gongkai.query.plan;

import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of a plan's events count at a moment, by the law that obligations follow (decision 0009): a correction from when it
 * was made, an answer from the beginning of the words that it answers.
 */
final class Corrections {

    private final Instant at;
    private final Set<String> stillToCome = new HashSet<>();

    Corrections(Instant at) {
        this.at = at;
    }

    /** Asked of each event in the order of the log. */
    boolean count(PlanEvent event) {
        return switch (event) {
            case PlanImported _, TaskDefined _ -> true;
            case PlanClarified it -> !stillToCome.contains(it.plan());
            case TaskClarified it -> !stillToCome.contains(it.task());
            case PlanAmended it -> corrects(it.plan(), it);
            case TaskAmended it -> corrects(it.task(), it);
            case TaskRemoved it -> corrects(it.task(), it);
        };
    }

    private boolean corrects(String what, PlanEvent event) {
        var isMade = !event.occurredAt().isAfter(at);
        if (isMade) {
            stillToCome.remove(what);
        } else {
            stillToCome.add(what);
        }
        return isMade;
    }
}
