package gongkai.http.rule;

import gongkai.event.Requirement;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import java.util.List;

/** A rule: what is demanded, by when, and whether it counts yet. */
public record RuleAnswer(Requirement requirement, TimeLimitAnswer timeLimit, RuleSource source, boolean adopted) {

    public static RuleAnswer of(Rule it) {
        return new RuleAnswer(it.requirement(), TimeLimitAnswer.of(it.timeLimit()), it.source(), it.adopted());
    }

    public static List<RuleAnswer> of(List<Rule> rules) {
        return rules.stream().map(RuleAnswer::of).toList();
    }
}
