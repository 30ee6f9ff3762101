package gongkai.command.domain.obligation;

import gongkai.event.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an obligation's stream has come to, as far as a decision needs it. */
public sealed interface ObligationState {

    record Unassigned() implements ObligationState {}

    /**
     * @param publications when each was published, by id
     * @param interpretations how many each publication has
     * @param cases when each was accepted, by id
     * @param responses how many each case has
     */
    record Assigned(
            List<Rule> rules,
            Map<String, Instant> publications,
            Map<String, Integer> interpretations,
            Map<String, Instant> cases,
            Map<String, Integer> responses)
            implements ObligationState {}
}
