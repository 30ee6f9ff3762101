package gongkai.query.trail;

import gongkai.event.Event;
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
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.query.projection.Projection.Applied;
import gongkai.query.trail.change.TaskEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which task and which units each event is about, while obligations pass from one unit to another. */
final class Owing {

    /** Of any other it is enough that it happened. */
    static final Set<Class<? extends Event>> THAT_SAY_WHO_OWES = Set.of(
            UnitRegistered.class,
            UnitChanged.class,
            UnitClosed.class,
            UnitMerged.class,
            TaskDefined.class,
            TaskClarified.class,
            TaskAmended.class,
            TaskRemoved.class,
            ObligationAssigned.class,
            ObligationClarified.class,
            ObligationAmended.class);

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
    Set<String> about(Applied record) {
        var event = THAT_SAY_WHO_OWES.contains(record.kind()) ? record.event() : null;
        if (record.is(ObligationEvent.class)) {
            return aboutObligation(record.record().subject(), event);
        }
        return switch (event) {
            case JurisdictionEvent it -> unitsOf(it);
            case PlanEvent it -> TaskEvents.taskOf(it).map(Set::of).orElseGet(Set::of);
            case null, default -> Set.of();
        };
    }

    private Set<String> aboutObligation(String obligation, @Nullable Event event) {
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

    private static Optional<String> unitBy(@Nullable Event event) {
        return switch (event) {
            case ObligationAssigned it -> Optional.of(it.assignment().unit());
            case ObligationClarified it -> Optional.of(it.assignment().unit());
            case ObligationAmended it -> Optional.of(it.assignment().unit());
            case null, default -> Optional.empty();
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
