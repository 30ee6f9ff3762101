package gongkai.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.OptionalLong;

/** The present state of a stream, for commands that must carry something of another stream with them. */
public final class Streams {

    private static final int COUNTIES_KEPT = 500;

    private final Ledger ledger;
    private final Snapshots snapshots;

    /** A county's stream is long, nearly every write needs its calendar, and only its own next event changes it. */
    private final Cache<Newest, JurisdictionState> counties =
            Caffeine.newBuilder().maximumSize(COUNTIES_KEPT).build();

    Streams(Ledger ledger) {
        this.ledger = ledger;
        this.snapshots = new Snapshots(ledger);
    }

    /** The last event of a county's stream, to which its state has come; another event is another state. */
    private record Newest(String code, OptionalLong sequence) {}

    /** @throws gongkai.command.domain.Rejected when no such county has opened its ledger */
    public JurisdictionFacts jurisdiction(String code) {
        var newest = new Newest(code, ledger.lastSequence(code));
        return switch (counties.get(newest, this::jurisdiction)) {
            case Registered(var facts) -> facts;
            case JurisdictionState.Unregistered _ ->
                throw Rejection.JURISDICTION_UNKNOWN.because(
                        "There is no jurisdiction «%s»; open its ledger first with PUT /api/jurisdictions/%s."
                                .formatted(code, code));
        };
    }

    private JurisdictionState jurisdiction(Newest it) {
        return state(it.code(), new JurisdictionDecider(), JurisdictionState.class, JurisdictionEvent.class);
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
