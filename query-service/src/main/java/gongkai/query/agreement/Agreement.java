package gongkai.query.agreement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what came of a ledger is what the ledger committed to.
 *
 * @param size of the newest checkpoint that agreed; absent: none yet
 * @param awaited size of the newest checkpoint that is not compared yet
 * @param reason what is wrong, when it disagrees
 */
public record Agreement(
        String ledger, State state, Optional<Long> size, Optional<Long> awaited, Optional<String> reason) {

    /** BEHIND: a newer checkpoint waits for its records. UNCHECKED: none was compared yet. */
    public enum State {
        AGREES,
        BEHIND,
        DISAGREES,
        UNCHECKED
    }

    static Agreement of(String ledger, @Nullable Long agreed, @Nullable Long awaited, @Nullable String disagreement) {
        return new Agreement(
                ledger,
                stateOf(agreed, awaited, disagreement),
                Optional.ofNullable(agreed),
                Optional.ofNullable(awaited),
                Optional.ofNullable(disagreement));
    }

    /** Of a ledger without any checkpoint. */
    public static Agreement unchecked(String ledger) {
        return of(ledger, null, null, null);
    }

    private static State stateOf(@Nullable Long agreed, @Nullable Long awaited, @Nullable String disagreement) {
        if (disagreement != null) {
            return State.DISAGREES;
        }
        if (agreed == null) {
            return State.UNCHECKED;
        }
        return awaited != null && awaited > agreed ? State.BEHIND : State.AGREES;
    }
}
