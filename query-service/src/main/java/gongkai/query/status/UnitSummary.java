package gongkai.query.status;

import gongkai.event.UnitKind;
import gongkai.status.Look;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A unit's obligations, counted. */
public record UnitSummary(
        String code,
        String name,

        @Schema(description = "Absent for a unit that has left the register")
        Optional<UnitKind> kind,

        @Schema(description = "Obligations by status; they sum to all that the unit owes")
        Map<Status, Integer> counts,

        @Schema(description = "Breaches that are open") int breaches,

        @Schema(description = "Since when the oldest open breach has lasted, first late day")
        Optional<LocalDate> lateSince,

        @Schema(description = "The next end that is still owed")
        Optional<LocalDate> nextDue) {

    static UnitSummary of(UnitName unit, List<Look> looks) {
        return new UnitSummary(
                unit.code(),
                unit.name(),
                unit.kind(),
                countsOf(looks),
                looks.stream().mapToInt(it -> it.lateness().open()).sum(),
                looks.stream()
                        .flatMap(it -> it.lateness().since().stream())
                        .min(Comparator.naturalOrder())
                        .map(ChinaTime::dateOf),
                looks.stream()
                        .flatMap(it -> it.nextDue().stream())
                        .map(DueDate::on)
                        .min(Comparator.naturalOrder()));
    }

    /** Every status stands there, also with none. */
    private static Map<Status, Integer> countsOf(List<Look> looks) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (var status : Status.values()) {
            counts.put(status, 0);
        }
        looks.forEach(it -> counts.merge(it.status(), 1, Integer::sum));
        return counts;
    }

    public boolean late() {
        return breaches > 0;
    }

    public int obligations() {
        return counts.values().stream().mapToInt(it -> it).sum();
    }

    /** What a unit is called, as far as it is known. */
    record UnitName(String code, String name, Optional<UnitKind> kind) {}
}
