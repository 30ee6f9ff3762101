package gongkai.query.difference;

import gongkai.query.person.People;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** How one obligation differs, and why. */
public record ObligationDifference(
        String obligation,
        @Schema(description = "The table's row, from 1") int row,
        String category,
        String content,

        @Schema(description = "Absent when nobody knew of the obligation yet")
        Optional<ObligationState> before,

        ObligationState after,

        @Schema(description = "What was recorded between the two states, in the order of the log")
        List<CausingEvent> events,

        @Schema(
                description = "That between the two states, on the days themselves, the unit was shown late, "
                        + "where it is not in the later state; absent when it never was")
        Optional<ShownOverdue> wasShownOverdue) {

    ObligationDifference named(People people) {
        return new ObligationDifference(
                obligation,
                row,
                category,
                content,
                before,
                after,
                events.stream().map(it -> it.named(people)).toList(),
                wasShownOverdue);
    }
}
