package gongkai.query.trail;

import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.PlanEvent;
import gongkai.query.trail.change.TaskEvents;
import gongkai.record.EventRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which task and which units each event is about, while obligations pass from one unit to another. */
final class Owing {

    private final Map<String, String> units;
    private final Map<String, String> changed = new HashMap<>();

    /** @param units who owes each obligation so far */
    Owing(Map<String, String> units) {
        this.units = new HashMap<>(units);
    }

    /** Obligations that these events gave to a unit. */
    Map<String, String> changed() {
        return changed;
    }

    /** In the order of the log; an event that moves an obligation is about both units. */
    Set<String> about(EventRecord record) {
        return switch (record.event()) {
            case JurisdictionEvent it -> unitsOf(it);
            case PlanEvent it -> TaskEvents.taskOf(it).map(Set::of).orElseGet(Set::of);
            case ObligationEvent it -> aboutObligation(record.subject(), it);
        };
    }

    private Set<String> aboutObligation(String obligation, ObligationEvent event) {
        Set<String> about = new TreeSet<>();
        about.add(Identifier.taskOf(obligation));
        Optional.ofNullable(units.get(obligation)).ifPresent(about::add);
        unitBy(event).ifPresent(it -> {
            about.add(it);
            units.put(obligation, it);
            changed.put(obligation, it);
        });
        return about;
    }

    private static Optional<String> unitBy(ObligationEvent event) {
        return switch (event) {
            case ObligationAssigned it -> Optional.of(it.assignment().unit());
            case ObligationClarified it -> Optional.of(it.assignment().unit());
            case ObligationAmended it -> Optional.of(it.assignment().unit());
            default -> Optional.empty();
        };
    }

    private static Set<String> unitsOf(JurisdictionEvent event) {
        return switch (event) {
            case UnitRegistered it -> Set.of(it.unit().code());
            case UnitChanged it -> Set.of(it.unit().code());
            case UnitClosed it -> Set.of(it.code());
            case UnitMerged it -> Set.of(it.code(), it.into());
            default -> Set.of();
        };
    }
}
