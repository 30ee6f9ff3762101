package gongkai.status;

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
import gongkai.event.UnitEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The register of units with its history: who was in it, under which name, from which day on. */
public record UnitRegister(List<Change> changes) {

    static final UnitRegister EMPTY = new UnitRegister(List.of());

    /** A line of the register as it stands from a day on; without an entry the unit has left. */
    record Change(LocalDate from, String code, Optional<UnitEntry> entry, Optional<String> successor) {}

    public UnitRegister {
        changes = List.copyOf(changes);
    }

    UnitRegister with(JurisdictionEvent event) {
        var more = new ArrayList<>(changes);
        switch (event) {
            case UnitRegistered it -> more.add(entered(it.unit(), it.effectiveOn()));
            case UnitChanged it -> more.add(entered(it.unit(), it.effectiveOn()));
            case UnitClosed it -> more.add(left(it.code(), it.effectiveOn().orElse(LocalDate.MIN), Optional.empty()));
            case UnitMerged it -> more.add(left(it.code(), it.effectiveOn(), Optional.of(it.into())));
            case JurisdictionRegistered _,
                    JurisdictionRenamed _,
                    CalendarAdopted _,
                    BulletinIssued _,
                    ContactNamed _,
                    PersonErased _ -> {}
        }
        return new UnitRegister(more);
    }

    /** A line without a day corrects how the register always read. */
    private static Change entered(UnitEntry unit, Optional<LocalDate> effectiveOn) {
        return new Change(effectiveOn.orElse(LocalDate.MIN), unit.code(), Optional.of(unit), Optional.empty());
    }

    private static Change left(String code, LocalDate from, Optional<String> successor) {
        return new Change(from, code, Optional.empty(), successor);
    }

    /** As it stands now, by code, in the order of the codes. */
    public Map<String, UnitEntry> units() {
        return unitsOn(LocalDate.MAX);
    }

    /** As it stood on the day; on a day before its first line, as it first stood. */
    public Map<String, UnitEntry> unitsOn(LocalDate day) {
        var first = inForce().stream().map(Change::from).min(Comparator.naturalOrder());
        var asked = first.filter(day::isBefore).orElse(day);
        var units = new TreeMap<String, UnitEntry>();
        inForce().stream()
                .filter(it -> !it.from().isAfter(asked))
                .sorted(Comparator.comparing(Change::from))
                .forEach(it -> it.entry()
                        .ifPresentOrElse(entry -> units.put(it.code(), entry), () -> units.remove(it.code())));
        return units;
    }

    /** The lines that no later correction of the same unit has replaced. */
    private List<Change> inForce() {
        List<Change> lines = new ArrayList<>();
        for (var change : changes) {
            if (change.from().equals(LocalDate.MIN)) {
                lines.removeIf(it -> it.code().equals(change.code()));
            }
            lines.add(change);
        }
        return lines;
    }

    /** Every name and alias that a unit ever had, with the unit that stands for it on the day: itself or its successor. */
    public Map<String, UnitEntry> namesEver(LocalDate day) {
        var units = unitsOn(day);
        var names = new HashMap<String, UnitEntry>();
        changes.forEach(change -> change.entry()
                .ifPresent(entry -> Optional.ofNullable(units.get(successorOf(entry.code(), units)))
                        .ifPresent(unit -> {
                            names.put(entry.name(), unit);
                            entry.aliases().forEach(alias -> names.put(alias, unit));
                        })));
        return names;
    }

    private String successorOf(String code, Map<String, UnitEntry> units) {
        return units.containsKey(code)
                ? code
                : changes.stream()
                        .filter(it -> it.code().equals(code))
                        .flatMap(it -> it.successor().stream())
                        .reduce((_, last) -> last)
                        .orElse(code);
    }
}
