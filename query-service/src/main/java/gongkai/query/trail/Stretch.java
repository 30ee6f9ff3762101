package gongkai.query.trail;

import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.query.obligation.Assignments.Assigned;
import gongkai.query.trail.change.TaskEvents;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of a stream that belongs to a trail; the parts of a trail have no record in common.
 *
 * @param since position of its first record
 * @param until position of the last that may be
 */
record Stretch(String subject, long since, long until) {

    static Stretch whole(String subject) {
        return new Stretch(subject, 0, Long.MAX_VALUE);
    }

    static Stretch of(Assigned it) {
        return new Stretch(it.obligation(), it.since(), it.until());
    }

    /** The records of a plan that are about one of its rows. */
    static Stream<Stretch> aboutTask(String task, List<EventRecord> plan) {
        return about(plan, it -> TaskEvents.taskOf(it).filter(task::equals).isPresent());
    }

    /** The records of a county's register that name the unit. */
    static Stream<Stretch> aboutUnit(String unit, List<EventRecord> county) {
        return about(county, event -> switch (event) {
            case UnitRegistered it -> it.unit().code().equals(unit);
            case UnitChanged it -> it.unit().code().equals(unit);
            case UnitClosed it -> it.code().equals(unit);
            case UnitMerged it -> it.code().equals(unit) || it.into().equals(unit);
            case ContactNamed it -> it.unit().equals(unit);
            default -> false;
        });
    }

    private static Stream<Stretch> about(List<EventRecord> stream, Predicate<Event> isAbout) {
        return stream.stream()
                .filter(it -> isAbout.test(it.event()))
                .map(it -> new Stretch(it.subject(), it.position(), it.position()));
    }
}
