package gongkai.status;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.UnitEntry;
import gongkai.time.HolidayArrangement;
import gongkai.time.WorkingCalendar;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a county's own stream has come to.
 *
 * @param units the register in force, by code, in the order of the codes
 */
public record JurisdictionFacts(String code, String name, Map<String, UnitEntry> units, WorkingCalendar calendar) {

    public static JurisdictionFacts of(JurisdictionRegistered it) {
        return new JurisdictionFacts(it.code(), it.name(), Map.of(), WorkingCalendar.WEEKENDS_ONLY);
    }

    public JurisdictionFacts with(JurisdictionEvent event) {
        return switch (event) {
            case JurisdictionRegistered it -> of(it);
            case JurisdictionRenamed it -> new JurisdictionFacts(code, it.name(), units, calendar);
            case UnitRegistered it -> withUnit(it.unit());
            case UnitChanged it -> withUnit(it.unit());
            case UnitClosed it -> withoutUnit(it.code());
            case UnitMerged it -> withoutUnit(it.code());
            case CalendarAdopted it -> new JurisdictionFacts(code, name, units, calendar.with(arrangementOf(it)));
        };
    }

    private JurisdictionFacts withUnit(UnitEntry unit) {
        var more = new TreeMap<>(units);
        more.put(unit.code(), unit);
        return new JurisdictionFacts(code, name, more, calendar);
    }

    private JurisdictionFacts withoutUnit(String unit) {
        var fewer = new TreeMap<>(units);
        fewer.remove(unit);
        return new JurisdictionFacts(code, name, fewer, calendar);
    }

    private static HolidayArrangement arrangementOf(CalendarAdopted it) {
        return new HolidayArrangement(
                it.year(), it.notice(), it.issuedOn(), Set.copyOf(it.holidays()), Set.copyOf(it.workdays()));
    }
}
