package gongkai.command.dispatch;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.jurisdiction.JurisdictionDecider;
import gongkai.command.domain.jurisdiction.JurisdictionState;
import gongkai.command.domain.jurisdiction.JurisdictionState.Registered;
import gongkai.command.ledger.Ledger;
import gongkai.event.JurisdictionEvent;
import gongkai.status.JurisdictionFacts;

/** The present state of a stream, for commands that must carry something of another stream with them. */
public final class Streams {

    private final Ledger ledger;
    private final JurisdictionDecider decider = new JurisdictionDecider();

    Streams(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws gongkai.command.domain.Rejected when no such county has opened its ledger */
    public JurisdictionFacts jurisdiction(String code) {
        var state = decider.initial();
        for (var record : ledger.readStream(code, 0)) {
            if (record.event() instanceof JurisdictionEvent event) {
                state = decider.evolve(state, event);
            }
        }
        return switch (state) {
            case Registered(var facts) -> facts;
            case JurisdictionState.Unregistered _ ->
                throw Rejection.JURISDICTION_UNKNOWN.because(
                        "There is no jurisdiction «%s»; open its ledger first with PUT /api/jurisdictions/%s."
                                .formatted(code, code));
        };
    }
}
