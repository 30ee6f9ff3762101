package gongkai.status;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.BulletinIssued;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a county's own stream has come to.
 *
 * @param bulletins those issued, in order
 */
public record JurisdictionFacts(
        String code, String name, UnitRegister register, WorkingCalendar calendar, List<BulletinIssued> bulletins) {

    public JurisdictionFacts {
        bulletins = List.copyOf(bulletins);
    }

    public static JurisdictionFacts of(JurisdictionRegistered it) {
        return new JurisdictionFacts(
                it.code(), it.name(), UnitRegister.EMPTY, WorkingCalendar.WEEKENDS_ONLY, List.of());
    }

    /** The units in the register now, by code, in the order of the codes. */
    public Map<String, UnitEntry> units() {
        return register.units();
    }

    public JurisdictionFacts with(JurisdictionEvent event) {
        return switch (event) {
            case JurisdictionRegistered it -> of(it);
            case JurisdictionRenamed it -> new JurisdictionFacts(code, it.name(), register, calendar, bulletins);
            case UnitRegistered _, UnitChanged _, UnitClosed _, UnitMerged _ ->
                new JurisdictionFacts(code, name, register.with(event), calendar, bulletins);
            case CalendarAdopted it ->
                new JurisdictionFacts(code, name, register, calendar.with(arrangementOf(it)), bulletins);
            case BulletinIssued it ->
                new JurisdictionFacts(
                        code,
                        name,
                        register,
                        calendar,
                        Stream.concat(bulletins.stream(), Stream.of(it)).toList());
        };
    }

    /** Of a month such as {@code 2019-05}, in order; the last one is in force. */
    public List<BulletinIssued> bulletinsOf(String month) {
        return bulletins.stream().filter(it -> it.month().equals(month)).toList();
    }

    private static HolidayArrangement arrangementOf(CalendarAdopted it) {
        return new HolidayArrangement(
                it.year(), it.notice(), it.issuedOn(), Set.copyOf(it.holidays()), Set.copyOf(it.workdays()));
    }
}
