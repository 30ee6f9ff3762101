package gongkai.query.bulletin.figure;

import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.StatusRule;
import java.time.Instant;

/** Whose fault it is that an end passed. */
public enum Fault {
    /** The unit's own: it was named, and the rule was in force, before the end had passed. */
    OWN,
    /** Nobody's yet: the question who, or by when, was answered only after the end had passed. */
    QUESTION;

    /** @param planBegan when the table was taken in; whoever it named itself had been told on paper */
    static Fault of(Occurrence it, ObligationFacts facts, StatusRule rule, AsOf asOf, Instant planBegan) {
        var passed = it.due().passesAt();
        var assignedAt = facts.assigned().occurredAt();
        if (assignedAt.isAfter(planBegan) && !assignedAt.isBefore(passed)) {
            return QUESTION;
        }
        var answered = new ObligationFacts(facts.history().stream()
                .filter(known -> !(known.fact() instanceof ObligationClarified clarified)
                        || clarified.occurredAt().isBefore(passed))
                .toList());
        return rule.occurrencesOf(answered, asOf).stream().anyMatch(before -> isSame(before, it)) ? OWN : QUESTION;
    }

    private static boolean isSame(Occurrence before, Occurrence it) {
        return before.id().equals(it.id()) && before.due().on().equals(it.due().on());
    }
}
