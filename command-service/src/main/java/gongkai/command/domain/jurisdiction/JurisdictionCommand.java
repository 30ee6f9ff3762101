package gongkai.command.domain.jurisdiction;

import gongkai.command.domain.Command;
import gongkai.event.UnitEntry;
import gongkai.time.HolidayArrangement;
import java.time.Instant;
import java.util.List;

/** What can be asked of a county's own stream. */
public sealed interface JurisdictionCommand extends Command {

    String code();

    @Override
    default String subject() {
        return code();
    }

    /** @param calendars the arrangements in force, which a new ledger adopts at once */
    record RegisterJurisdiction(String code, String name, List<HolidayArrangement> calendars, Instant now)
            implements JurisdictionCommand {}

    /** @param units the whole register; who is not in it leaves */
    record ReplaceUnits(String code, List<UnitEntry> units, Instant now) implements JurisdictionCommand {}

    record AdoptCalendar(String code, HolidayArrangement arrangement, Instant now) implements JurisdictionCommand {}
}
