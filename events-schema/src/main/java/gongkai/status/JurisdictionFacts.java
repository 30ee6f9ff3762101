package gongkai.status;

import static java.util.function.Predicate.not;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.Personal;
import gongkai.event.UnitEntry;
import gongkai.time.HolidayArrangement;
import gongkai.time.WorkingCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a county's own stream has come to.
 *
 * @param bulletins those issued, in order
 * @param contacts whom to ask at a unit, by its code
 * @param erased the ids of those whose personal data were erased
 */
public record JurisdictionFacts(
        String code,
        String name,
        UnitRegister register,
        WorkingCalendar calendar,
        List<BulletinIssued> bulletins,
        Map<String, Personal> contacts,
        Set<String> erased) {

    public JurisdictionFacts {
        bulletins = List.copyOf(bulletins);
        contacts = Map.copyOf(contacts);
        erased = Set.copyOf(erased);
    }

    public static JurisdictionFacts of(JurisdictionRegistered it) {
        return new JurisdictionFacts(
                it.code(), it.name(), UnitRegister.EMPTY, WorkingCalendar.WEEKENDS_ONLY, List.of(), Map.of(), Set.of());
    }

    /** The units in the register now, by code, in the order of the codes. */
    public Map<String, UnitEntry> units() {
        return register.units();
    }

    public JurisdictionFacts with(JurisdictionEvent event) {
        return switch (event) {
            case JurisdictionRegistered it -> of(it);
            case JurisdictionRenamed it -> with(it.name(), register, calendar, bulletins);
            case UnitRegistered _, UnitChanged _, UnitClosed _, UnitMerged _ ->
                with(name, register.with(event), calendar, bulletins);
            case CalendarAdopted it -> with(name, register, calendar.with(arrangementOf(it)), bulletins);
            case BulletinIssued it -> with(name, register, calendar, added(bulletins.stream(), it));
            case ContactNamed it -> with(replaced(contacts, it.unit(), it.contact()), erased);
            case PersonErased it ->
                with(contacts, Set.copyOf(added(erased.stream().filter(not(it.person()::equals)), it.person())));
        };
    }

    private JurisdictionFacts with(
            String name, UnitRegister register, WorkingCalendar calendar, List<BulletinIssued> bulletins) {
        return new JurisdictionFacts(code, name, register, calendar, bulletins, contacts, erased);
    }

    private JurisdictionFacts with(Map<String, Personal> contacts, Set<String> erased) {
        return new JurisdictionFacts(code, name, register, calendar, bulletins, contacts, erased);
    }

    private static <T> List<T> added(Stream<T> before, T one) {
        return Stream.concat(before, Stream.of(one)).toList();
    }

    private static <V> Map<String, V> replaced(Map<String, V> before, String key, V value) {
        var after = new HashMap<>(before);
        after.put(key, value);
        return after;
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
