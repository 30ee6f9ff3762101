package gongkai.command.dispatch;

import gongkai.command.domain.Command;
import gongkai.command.domain.jurisdiction.JurisdictionState.Registered;
import gongkai.command.domain.obligation.ObligationCommand.RecountCases;
import gongkai.command.domain.obligation.ObligationCommand.TransferObligation;
import gongkai.command.domain.plan.AssignmentPolicy;
import gongkai.command.domain.plan.PlanState;
import gongkai.command.ledger.Ledger;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.PlanEvent;
import gongkai.record.EventType;
import gongkai.status.JurisdictionFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Which commands follow from an event, to be carried out together with it. */
final class Policies {

    private final Ledger ledger;

    Policies(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param state of the event's stream, after all that was decided with it */
    List<Command> reactTo(Event event, Object state, Instant now) {
        Stream<? extends Command> commands = Stream.empty();
        if (event instanceof PlanEvent it && state instanceof PlanState.Imported(var plan)) {
            commands = new AssignmentPolicy(plan, now).reactTo(it).stream();
        } else if (event instanceof CalendarAdopted it && state instanceof Registered(var county)) {
            commands = obligationsWith(CaseAccepted.class, county)
                    .map(id -> new RecountCases(id, county.calendar(), it.notice(), now));
        } else if (event instanceof UnitMerged it && state instanceof Registered(var county)) {
            var successor = county.units().get(it.into());
            commands = successor == null
                    ? Stream.empty()
                    : obligationsWith(ObligationAssigned.class, county)
                            .map(id -> new TransferObligation(
                                    id, it.code(), successor.code(), successor.name(), it.basis(), now));
        }
        return commands.map(Command.class::cast).toList();
    }

    private Stream<String> obligationsWith(Class<? extends ObligationEvent> kind, JurisdictionFacts county) {
        return ledger.subjects(county.code(), EventType.namesOf(kind)).stream();
    }
}
