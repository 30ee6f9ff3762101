package gongkai.command.domain.obligation;

import gongkai.event.Rule;
import gongkai.status.Standing;
import gongkai.time.TimeLimit.AfterTrigger;
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

    /** The trigger that a document's day of formation pulls. */
    static Optional<String> formation(Standing standing) {
        return of(standing)
                .map(AfterTrigger::trigger)
                .filter(it -> FORMATION.matcher(it).find())
                .findFirst();
    }
}
