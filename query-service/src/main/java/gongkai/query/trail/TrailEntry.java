package gongkai.query.trail;

import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.query.person.Ask;
import gongkai.query.trail.change.Change;
import gongkai.query.trail.change.Grounds;
import gongkai.query.trail.change.Trait;
import gongkai.record.EventRecord;
import gongkai.time.ChinaTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One event of a trail.
 *
 * @param title what it is about, for a person
 * @param data the JSON of its own fields, as recorded
 * @param changes what reads otherwise since
 */
public record TrailEntry(EventRecord record, String title, String data, List<Change> changes) {

    private static final Set<Trait> STANDS = Set.of(Trait.STATUS, Trait.DUE, Trait.QUESTIONS);

    /** 补录: recorded on a later day, in Asia/Shanghai, than it happened. */
    public boolean recordedLate() {
        return ChinaTime.dateOf(record.event().occurredAt()).isBefore(ChinaTime.dateOf(record.recordedAt()));
    }

    /** Of what begins, only how it stands: that all its cells are new goes without saying. */
    public List<Change> shown() {
        return switch (record.event()) {
            case JurisdictionRegistered _, UnitRegistered _, PlanImported _, TaskDefined _, ObligationAssigned _ ->
                changes.stream().filter(it -> STANDS.contains(it.what())).toList();
            default -> changes;
        };
    }

    /** The nearest trail that it stands in. */
    public TrailScope nearest() {
        return TrailScope.of(record);
    }

    /** Whom it names. */
    public Optional<Ask> named() {
        return switch (record.event()) {
            case ContactNamed it -> Optional.of(Ask.contact(it.unit(), it.contact()));
            case CaseAccepted it -> it.reporter().map(reporter -> Ask.reporter(record.subject(), reporter));
            default -> Optional.empty();
        };
    }

    public Grounds grounds() {
        return Grounds.of(record.event());
    }
}
