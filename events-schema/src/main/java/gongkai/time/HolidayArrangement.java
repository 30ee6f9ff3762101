package gongkai.time;

import java.time.LocalDate;
import java.util.Set;

/**
 * One year's public holidays as a State Council notice arranged them.
 *
 * @param holidays days off
 * @param workdays weekend days that are worked
 */
public record HolidayArrangement(
        int year, String notice, LocalDate issuedOn, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    public HolidayArrangement {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }
}
