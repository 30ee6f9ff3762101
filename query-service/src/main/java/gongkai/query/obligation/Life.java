package gongkai.query.obligation;

import gongkai.status.AsOf;
import gongkai.status.Ends;
import gongkai.status.Look;
import gongkai.status.ObligationFacts;
import gongkai.status.StatusRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An obligation's facts, and the two ends of it between which a look at it must be reckoned. */
public final class Life {

    private final ObligationFacts facts;
    private final boolean remembered;
    private volatile boolean reckoned;
    private volatile @Nullable Ends ends;

    private Life(ObligationFacts facts, boolean remembered) {
        this.facts = facts;
        this.remembered = remembered;
    }

    /** It is looked at often enough for its ends to be worth reckoning. */
    static Life remembered(ObligationFacts facts) {
        return new Life(facts, true);
    }

    static Life once(ObligationFacts facts) {
        return new Life(facts, false);
    }

    public ObligationFacts facts() {
        return facts;
    }

    /** As it was known at a position; empty when nobody knew of it. */
    Optional<Life> knownAt(long position) {
        if (facts.history().getFirst().position() > position) {
            return Optional.empty();
        }
        return Optional.of(facts.history().getLast().position() <= position ? this : once(facts.knownAt(position)));
    }

    Look look(StatusRule rule, AsOf asOf) {
        if (remembered && !reckoned) {
            ends = Ends.of(facts, rule).orElse(null);
            reckoned = true;
        }
        return Optional.ofNullable(ends).flatMap(it -> it.at(asOf.at())).orElseGet(() -> rule.lookAt(facts, asOf));
    }
}
