package gongkai.command.dispatch;

import gongkai.command.dispatch.Snapshots.Snapshot;
import gongkai.command.domain.Decider;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.jurisdiction.JurisdictionDecider;
import gongkai.command.domain.jurisdiction.JurisdictionState;
import gongkai.command.domain.jurisdiction.JurisdictionState.Registered;
import gongkai.command.domain.plan.PlanDecider;
import gongkai.command.domain.plan.PlanState;
import gongkai.command.ledger.Ledger;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent;
import gongkai.event.PlanEvent;
import gongkai.status.JurisdictionFacts;
import gongkai.status.PlanFacts;
import java.util.Optional;

/** The present state of a stream, for commands that must carry something of another stream with them. */
public final class Streams {

    private final Snapshots snapshots;

    Streams(Ledger ledger) {
        this.snapshots = new Snapshots(ledger);
    }

    /** @throws gongkai.command.domain.Rejected when no such county has opened its ledger */
    public JurisdictionFacts jurisdiction(String code) {
        return switch (state(code, new JurisdictionDecider(), JurisdictionState.class, JurisdictionEvent.class)) {
            case Registered(var facts) -> facts;
            case JurisdictionState.Unregistered _ ->
                throw Rejection.JURISDICTION_UNKNOWN.because(
                        "There is no jurisdiction «%s»; open its ledger first with PUT /api/jurisdictions/%s."
                                .formatted(code, code));
        };
    }

    /** A plan as it stands; empty before its import. */
    public Optional<PlanFacts> plan(String id) {
        return switch (state(id, new PlanDecider(), PlanState.class, PlanEvent.class)) {
            case PlanState.Imported(var plan) -> Optional.of(plan);
            case PlanState.Absent _ -> Optional.empty();
        };
    }

    private <S, E extends Event> S state(
            String subject, Decider<?, S, E> decider, Class<S> stateKind, Class<E> eventKind) {
        var resumed = snapshots.resume(subject);
        var state = resumed.snapshot()
                .map(Snapshot::state)
                .filter(stateKind::isInstance)
                .map(stateKind::cast)
                .orElseGet(decider::initial);
        for (var record : resumed.records()) {
            if (eventKind.isInstance(record.event())) {
                state = decider.evolve(state, eventKind.cast(record.event()));
            }
        }
        return state;
    }
}
