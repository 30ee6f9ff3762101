package gongkai.status;

import gongkai.event.ObligationEvent;
import gongkai.event.Requirement;
import gongkai.event.Rule;
import gongkai.time.DueDate;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which due instances a rule has, given what has happened, and which evidence fulfils each. */
final class Occurrences {

    private Occurrences() {}

    /** @param facts only what counts at the moment that is asked about */
    static List<Occurrence> of(Rule rule, ObligationFacts facts) {
        return switch (rule.timeLimit()) {
            case FixedDate limit -> List.of(once(rule.requirement(), new DueDate(limit.dueOn(), false), facts));
            case AfterTrigger _ -> cases(facts);
            default -> List.of();
        };
    }

    private static Occurrence once(Requirement requirement, DueDate due, ObligationFacts facts) {
        var evidence = qualifying(requirement, facts)
                .map(ObligationEvent::occurredAt)
                .sorted()
                .toList();
        Optional<Instant> fulfilledAt = evidence.size() < requirement.quota()
                ? Optional.empty()
                : Optional.of(evidence.get(requirement.quota() - 1));
        return new Occurrence(Occurrence.ONCE, due, !evidence.isEmpty(), fulfilledAt);
    }

    private static List<Occurrence> cases(ObligationFacts facts) {
        return facts.cases().stream()
                .map(Known::fact)
                .map(it -> new Occurrence(
                        it.caseId(),
                        new DueDate(it.dueOn().orElseThrow(), it.provisional()),
                        true,
                        firstResponse(it.caseId(), facts)))
                .toList();
    }

    private static Optional<Instant> firstResponse(String caseId, ObligationFacts facts) {
        return facts.responses().stream()
                .map(Known::fact)
                .filter(it -> it.caseId().equals(caseId))
                .map(ObligationEvent::occurredAt)
                .min(Instant::compareTo);
    }

    private static Stream<? extends ObligationEvent> qualifying(Requirement requirement, ObligationFacts facts) {
        return switch (requirement.kind()) {
            case PUBLICATION, ACTIVITY -> facts.publications().stream().map(Known::fact);
            case INTERPRETATION ->
                facts.interpretations().stream()
                        .map(Known::fact)
                        .filter(it -> requirement.forms().isEmpty()
                                || requirement.forms().contains(it.form()));
            case RESPONSE -> facts.responses().stream().map(Known::fact);
        };
    }
}
