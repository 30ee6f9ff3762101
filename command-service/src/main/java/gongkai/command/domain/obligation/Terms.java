package gongkai.command.domain.obligation;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AmendObligation;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.ClarifyObligation;
import gongkai.command.domain.obligation.ObligationCommand.ExtendObligation;
import gongkai.command.domain.obligation.ObligationCommand.TransferObligation;
import gongkai.command.domain.obligation.ObligationCommand.WaiveObligation;
import gongkai.command.domain.obligation.ObligationCommand.WithdrawObligation;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.Standing;
import gongkai.status.StatusRule;
import gongkai.time.TimeLimit.AfterTrigger;
import java.util.List;
import java.util.stream.Collectors;

/** Decisions about what is owed, by whom, until when. */
final class Terms {

    private Terms() {}

    static ObligationAssigned assigned(AssignObligation it) {
        return new ObligationAssigned(
                it.id(), it.task(), it.row(), it.text(), it.assignment(), it.rules(), it.issuedOn(), it.now());
    }

    static List<ObligationEvent> clarified(ObligationFacts facts, ClarifyObligation it) {
        var standing = Now.standing(facts, it);
        if (standing.isWithdrawn()) {
            return List.of(amended(it.terms(), it.basis()));
        }
        return sameTerms(standing, it.terms())
                ? List.of()
                : List.of(new ObligationClarified(
                        it.terms().assignment(), it.terms().rules(), it.basis(), it.now()));
    }

    static List<ObligationEvent> amended(ObligationFacts facts, AmendObligation it) {
        var standing = Now.standing(facts, it);
        var same = sameTerms(standing, it.terms())
                && standing.row() == it.terms().row()
                && standing.text().sameWords(it.terms().text());
        return same && !standing.isWithdrawn() ? List.of() : List.of(amended(it.terms(), it.basis()));
    }

    private static boolean sameTerms(Standing standing, AssignObligation it) {
        return standing.assignment().equals(it.assignment()) && standing.rules().equals(it.rules());
    }

    private static ObligationAmended amended(AssignObligation it, Basis basis) {
        return new ObligationAmended(it.row(), it.text(), it.assignment(), it.rules(), basis, it.now());
    }

    static List<ObligationEvent> withdrawn(ObligationFacts facts, WithdrawObligation it) {
        return Now.standing(facts, it).isWithdrawn()
                ? List.of()
                : List.of(new ObligationWithdrawn(it.basis(), it.now()));
    }

    static List<ObligationEvent> transferred(ObligationFacts facts, TransferObligation it) {
        var standing = Now.standing(facts, it);
        var assignment = standing.assignment();
        if (!assignment.unit().equals(it.from()) || standing.isReleased()) {
            return List.of();
        }
        var successor = new Assignment(it.to(), it.toName(), assignment.role());
        return List.of(new ObligationAmended(
                standing.row(), standing.text(), successor, standing.rules(), it.basis(), it.now()));
    }

    static List<ObligationEvent> waived(ObligationFacts facts, WaiveObligation it) {
        if (Now.standing(facts, it).isReleased()) {
            throw Rejection.ALREADY_SO.because(
                    "Nobody expects «%s» any more already; its trail says since when and why.".formatted(it.id()));
        }
        return List.of(new ObligationWaived(it.basis(), it.now()));
    }

    static List<ObligationEvent> extended(ObligationFacts facts, ExtendObligation it) {
        var occurrence = theOne(facts, it);
        if (!it.dueOn().isAfter(occurrence.due().on())) {
            throw Rejection.EXTENSION_NOT_LATER.because(
                    "«dueOn» is %s, but %s is due on %s already; an extension must end later."
                            .formatted(
                                    it.dueOn(),
                                    occurrence.id(),
                                    occurrence.due().on()));
        }
        refuseBeyondTheUtmost(facts, it, occurrence);
        return List.of(new ObligationExtended(occurrence.id(), it.dueOn(), it.basis(), it.now()));
    }

    /** The due instance that is meant; the only open one where none is named. */
    private static Occurrence theOne(ObligationFacts facts, ExtendObligation it) {
        var open = new StatusRule(it.calendar())
                .occurrencesOf(facts, Now.of(it)).stream()
                        .filter(Occurrence::isOpen)
                        .toList();
        var meant = open.stream()
                .filter(each ->
                        it.occurrence().isEmpty() || it.occurrence().get().equals(each.id()))
                .toList();
        if (meant.size() != 1) {
            throw Rejection.OCCURRENCE_UNKNOWN.because(
                    "Say in «occurrence» which open due instance of %s is extended; there are: %s."
                            .formatted(
                                    it.id(),
                                    open.isEmpty()
                                            ? "none"
                                            : open.stream().map(Occurrence::id).collect(Collectors.joining(", "))));
        }
        return meant.getFirst();
    }

    /** “最长不超过60个工作日”: no extension goes further. */
    private static void refuseBeyondTheUtmost(ObligationFacts facts, ExtendObligation it, Occurrence occurrence) {
        var rule = Now.standing(facts, it).rules().get(occurrence.rule());
        if (rule.timeLimit() instanceof AfterTrigger limit && limit.atMost().isPresent()) {
            var utmost =
                    it.calendar().count(occurrence.opensAt(), limit.atMost().get(), limit.unit());
            if (it.dueOn().isAfter(utmost.on())) {
                throw Rejection.EXTENSION_TOO_LONG.because(
                        "«%s» allows an extension to %s at the latest.".formatted(limit.text(), utmost.on()));
            }
        }
    }
}
