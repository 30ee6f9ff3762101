package gongkai.command.domain.obligation;

import gongkai.event.Rule;
import gongkai.status.Standing;
import gongkai.statute.Statute;
import gongkai.time.TimeLimit.AfterTrigger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What starts the clocks of an obligation's rules. */
final class Triggers {

    /** 形成日期 is the day on which a document was made, printed or changed, not one of approval or receipt. */
    private static final Pattern FORMATION = Pattern.compile("形成|产生|变更|印制|印发|制作|成文");

    private Triggers() {}

    static Stream<AfterTrigger> of(Standing standing) {
        return standing.rules().stream()
                .filter(Rule::adopted)
                .map(Rule::timeLimit)
                .filter(AfterTrigger.class::isInstance)
                .map(AfterTrigger.class::cast);
    }

    /** What a case may name: the plan's own triggers, or where it has none those of the statutes above it. */
    static List<String> nameable(Standing standing) {
        var own = of(standing).map(AfterTrigger::trigger).distinct().toList();
        return own.isEmpty() ? statutory(standing).toList() : own;
    }

    /** A document's formation is told by its publication, not by a case. */
    static Stream<String> statutory(Standing standing) {
        return Statute.concerning(standing.text()).stream()
                .map(Statute::trigger)
                .filter(it -> it != Statute.Trigger.FORMATION)
                .map(Statute.Trigger::words)
                .distinct();
    }

    /** The trigger that a document's day of formation pulls. */
    static Optional<String> formation(Standing standing) {
        return of(standing)
                .map(AfterTrigger::trigger)
                .filter(it -> FORMATION.matcher(it).find())
                .findFirst();
    }
}
