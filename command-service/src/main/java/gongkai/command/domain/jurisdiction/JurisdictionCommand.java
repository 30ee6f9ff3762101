package gongkai.command.domain.jurisdiction;

import gongkai.command.domain.Command;
import gongkai.event.Basis;
import gongkai.event.Personal;
import gongkai.event.UnitEntry;
import gongkai.time.HolidayArrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

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

    /**
     * @param units the whole register; who is not in it leaves
     * @param effectiveOn from which day on it reads so; empty: it always did
     */
    record ReplaceUnits(String code, List<UnitEntry> units, Optional<LocalDate> effectiveOn, Instant now)
            implements JurisdictionCommand {}

    /** {@code unit} becomes part of {@code into}, which takes over what it owes. */
    record MergeUnits(String code, String unit, String into, LocalDate effectiveOn, Basis basis, Instant now)
            implements JurisdictionCommand {}

    /** Whom to ask at the unit from now on. */
    record NameContact(String code, String unit, Personal contact, Instant now) implements JurisdictionCommand {}

    /** Once it is recorded, the key goes. */
    record ErasePerson(String code, String person, Basis basis, Instant now) implements JurisdictionCommand {}

    record AdoptCalendar(String code, HolidayArrangement arrangement, Instant now) implements JurisdictionCommand {}

    /**
     * @param position the last one that the bulletin knows
     * @param ledger the positions of the ledger's first and newest record
     */
    record IssueBulletin(String code, YearMonth month, long position, Span ledger, Basis basis, Instant now)
            implements JurisdictionCommand {

        /** From a position to a position, both included. */
        public record Span(long first, long last) {}
    }
}
