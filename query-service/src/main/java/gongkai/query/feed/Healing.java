package gongkai.query.feed;

import gongkai.query.ledger.LedgerApi;
import gongkai.query.ledger.LedgerUnavailableException;
import gongkai.query.projection.Obstacle;
import gongkai.query.projection.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the ledger itself for what the topic did not bring; its records pass the same gate as those of the topic. */
@Component
class Healing {

    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);
    private static final int PAGE = 500;

    private final LedgerApi ledger;
    private final Projector projector;

    Healing(LedgerApi ledger, Projector projector) {
        this.ledger = ledger;
        this.projector = projector;
    }

    /** The offset at which the partition may go on, or why it may not. */
    record Outcome(boolean healed, long next, String reason) {

        static Outcome standstill(Obstacle at, String why) {
            return new Outcome(false, at.at().offset(), at + "; " + why);
        }
    }

    /**
     * A message that was only early is read again. One that is refused is left behind once its ledger has told what is true,
     * be it that there is nothing that is not here.
     */
    Outcome heal(Obstacle obstacle) {
        var code = obstacle.ledger();
        if (code == null) {
            return Outcome.standstill(obstacle, "it does not say which ledger to ask");
        }
        try {
            var records = ledger.bytes(code, obstacle.expected(), PAGE);
            if (records.isEmpty() && !obstacle.forged()) {
                return Outcome.standstill(obstacle, "the ledger has no leaf " + obstacle.expected());
            }
            var still = projector.overcome(obstacle, records);
            if (!still.isEmpty()) {
                return Outcome.standstill(
                        obstacle,
                        "what the ledger gave does not fit: " + still.getFirst().reason());
            }
            LOG.error(
                    "{}; {} records from leaf {} on were read from the ledger instead",
                    obstacle,
                    records.size(),
                    obstacle.expected());
        } catch (LedgerUnavailableException e) {
            return Outcome.standstill(obstacle, e.detail());
        }
        return new Outcome(true, obstacle.at().offset() + (obstacle.forged() ? 1 : 0), "");
    }
}
