package gongkai.command.domain.obligation;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AcknowledgeObligation;
import gongkai.command.domain.obligation.ObligationCommand.CloseObligation;
import gongkai.command.domain.obligation.ObligationCommand.ReviewObligation;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ReviewOutcome;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.StatusRule;
import java.util.List;
import java.util.stream.Collectors;

/** 督办: acknowledge 签收 → evidence → review 复核 → close 销号. */
final class Supervision {

    private Supervision() {}

    static List<ObligationEvent> acknowledged(ObligationFacts facts, AcknowledgeObligation it) {
        Now.standing(facts, it).acknowledgedAt().ifPresent(at -> {
            throw Rejection.ALREADY_SO.because("«%s» was acknowledged at %s already.".formatted(it.id(), at));
        });
        return List.of(new ObligationAcknowledged(it.note(), it.now()));
    }

    static List<ObligationEvent> reviewed(ObligationFacts facts, ReviewObligation it) {
        var recorded = Now.standing(facts, it).evidenceIds();
        if (recorded.isEmpty() && it.evidence().isEmpty()) {
            throw Rejection.NOTHING_TO_REVIEW.because(
                    "No evidence stands under «%s»; there is nothing to review yet.".formatted(it.id()));
        }
        var unknown = it.evidence().stream()
                .filter(each -> !Recorded.ids(facts).contains(each))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw Rejection.EVIDENCE_UNKNOWN.because("Under «%s» there is no %s; what stands is: %s."
                    .formatted(it.id(), unknown, String.join(", ", recorded)));
        }
        return List.of(new ObligationReviewed(
                it.outcome(), it.evidence().isEmpty() ? recorded : it.evidence(), it.basis(), it.now()));
    }

    /** What is still owed cannot be closed, nor what nobody has accepted. */
    static List<ObligationEvent> closed(ObligationFacts facts, CloseObligation it) {
        var standing = Now.standing(facts, it);
        standing.closedAt().ifPresent(at -> {
            throw Rejection.ALREADY_SO.because("«%s» was closed at %s already.".formatted(it.id(), at));
        });
        var owed = new StatusRule(it.calendar())
                .occurrencesOf(facts, Now.of(it)).stream()
                        .filter(Occurrence::isOpen)
                        .map(Occurrence::id)
                        .collect(Collectors.joining(", "));
        if (!owed.isEmpty()) {
            throw Rejection.NOT_YET_CLOSABLE.because("«%s» still owes: %s.".formatted(it.id(), owed));
        }
        var accepted = standing.review().filter(review -> review.outcome() == ReviewOutcome.ACCEPTED);
        if (accepted.isEmpty() && !standing.isReleased()) {
            throw Rejection.NOT_YET_CLOSABLE.because(
                    "The newest review of «%s» must have accepted its evidence; review it first.".formatted(it.id()));
        }
        return List.of(new ObligationClosed(it.basis(), it.now()));
    }
}
