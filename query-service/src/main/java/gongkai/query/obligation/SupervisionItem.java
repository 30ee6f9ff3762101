package gongkai.query.obligation;

import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ReviewOutcome;
import gongkai.status.Standing;
import gongkai.time.ChinaTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** 督办: how far an obligation has come from 签收 to 销号. */
public record SupervisionItem(
        Optional<OffsetDateTime> acknowledgedAt,
        Optional<ReviewOutcome> reviewed,
        Optional<OffsetDateTime> reviewedAt,
        Optional<OffsetDateTime> closedAt) {

    static SupervisionItem of(Standing it) {
        return new SupervisionItem(
                it.acknowledgedAt().map(ChinaTime::at),
                it.review().map(ObligationReviewed::outcome),
                it.review().map(ObligationReviewed::occurredAt).map(ChinaTime::at),
                it.closedAt().map(ChinaTime::at));
    }
}
