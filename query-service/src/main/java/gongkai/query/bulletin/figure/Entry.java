package gongkai.query.bulletin.figure;

import gongkai.event.Role;
import gongkai.status.Slip;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a figure counts.
 *
 * @param occurrence which due instance; empty when the obligation as a whole is meant
 * @param workingDaysLate from the first late day to the cure, or to the moment asked about; 0 when it is not late
 * @param fault of what is late
 * @param article of the statute, when it is counted under one and not under the plan
 * @param positions of all events that it follows from
 */
public record Entry(
        Figure figure,
        String obligation,
        String unit,
        Role role,
        Optional<String> occurrence,
        Optional<LocalDate> dueOn,
        int workingDaysLate,
        Optional<Fault> fault,
        Optional<Slip> slip,
        Optional<String> article,
        List<Long> positions) {

    boolean isOwnFault() {
        return fault.filter(Fault.OWN::equals).isPresent();
    }
}
