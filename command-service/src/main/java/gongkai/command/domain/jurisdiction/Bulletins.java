package gongkai.command.domain.jurisdiction;

import gongkai.command.domain.NotInFuture;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin;
import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.status.JurisdictionFacts;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.util.List;

/** Decides about issuing a month's bulletin. Issuing it again is a correction, with a number of its own. */
final class Bulletins {

    private Bulletins() {}

    static List<JurisdictionEvent> issue(JurisdictionFacts facts, IssueBulletin it) {
        NotInFuture.check("month", ChinaTime.startOf(it.month().atDay(1)), it);
        refusePositionOutside(facts, it);
        var month = it.month().toString();
        var number = facts.bulletinsOf(month).size() + 1;
        return List.of(new BulletinIssued(
                Identifier.bulletin(it.code(), month, number),
                month,
                number,
                speaksOf(it),
                it.position(),
                it.basis(),
                it.now()));
    }

    private static void refusePositionOutside(JurisdictionFacts facts, IssueBulletin it) {
        var ledger = it.ledger();
        if (it.position() < ledger.first() || it.position() > ledger.last()) {
            throw Rejection.POSITION_OUTSIDE.because(
                    "«position» is %d, but the ledger of %s reaches from position %d to %d; leave it out to speak of the newest."
                            .formatted(it.position(), facts.name(), ledger.first(), ledger.last()));
        }
    }

    /** The month's end, or now while it runs. */
    private static Instant speaksOf(IssueBulletin it) {
        var end = ChinaTime.lastMomentOf(it.month().atEndOfMonth());
        return end.isAfter(it.now()) ? it.now() : end;
    }
}
