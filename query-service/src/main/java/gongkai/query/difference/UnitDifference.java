package gongkai.query.difference;

import gongkai.query.status.UnitSummary;
import gongkai.status.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/** A unit's counts in both states. */
public record UnitDifference(
        String code,
        String name,

        @Schema(description = "Absent when the unit was not known yet")
        Optional<Counts> before,

        @Schema(description = "Absent when the unit is not in the register any more and owes nothing")
        Optional<Counts> after) {

    /** @param breaches that are open */
    public record Counts(Map<Status, Integer> counts, int breaches) {

        static Counts of(UnitSummary it) {
            return new Counts(it.counts(), it.breaches());
        }
    }

    boolean isNone() {
        return before.equals(after);
    }
}
