package gongkai.command.domain.obligation;

import gongkai.command.domain.NotInFuture;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.command.domain.obligation.ObligationCommand.RecountCases;
import gongkai.event.Identifier;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.status.ObligationFacts;
import gongkai.status.Standing;
import gongkai.status.Standing.AcceptedCase;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.DueDate;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.WorkingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decisions about cases: what starts a clock, and the responses 回应 that stop it. */
final class Cases {

    private Cases() {}

    static List<ObligationEvent> accepted(ObligationFacts facts, AcceptCase it) {
        return List.of(open(facts, it));
    }

    static CaseAccepted open(ObligationFacts facts, AcceptCase it) {
        var standing = Now.standing(facts, it);
        var trigger = triggerMeant(standing, it);
        NotInFuture.check("acceptedAt", it.acceptedAt(), it);
        var due = dueOf(standing, trigger, it.acceptedAt(), it.calendar());
        return new CaseAccepted(
                Identifier.caseId(it.id(), facts.count(CaseAccepted.class) + 1),
                it.matter(),
                it.acceptedAt(),
                trigger,
                due.map(DueDate::on),
                due.flatMap(DueDate::at),
                due.filter(DueDate::provisional).isPresent(),
                it.reporter());
    }

    private static Optional<String> triggerMeant(Standing standing, AcceptCase it) {
        var triggers = Triggers.nameable(standing);
        if (triggers.isEmpty()) {
            throw Rejection.NO_CASES_HERE.because(
                    "«%s» has no adopted time limit that counts from an event, so no case can be accepted under it."
                            .formatted(it.id()));
        }
        var meant = triggers.stream()
                .filter(each -> it.trigger().isEmpty() || it.trigger().get().equals(each))
                .toList();
        if (meant.isEmpty()
                && it.trigger().isPresent()
                && Triggers.statutory(standing).anyMatch(it.trigger().get()::equals)) {
            return it.trigger();
        }
        if (meant.size() != 1) {
            throw Rejection.TRIGGER_AMBIGUOUS.because("Say in «trigger» which clock of «%s» the case starts: %s."
                    .formatted(
                            it.id(),
                            triggers.stream().map(each -> "«" + each + "»").collect(Collectors.joining(", "))));
        }
        return Optional.of(meant.getFirst());
    }

    /** Of several limits from one trigger the strictest. */
    private static Optional<DueDate> dueOf(
            Standing standing, Optional<String> trigger, Instant start, WorkingCalendar calendar) {
        return limitsFrom(standing, trigger)
                .map(limit -> calendar.count(start, limit.amount(), limit.unit()))
                .min(Comparator.comparing(DueDate::passesAt));
    }

    private static Stream<AfterTrigger> limitsFrom(Standing standing, Optional<String> trigger) {
        return Triggers.of(standing)
                .filter(it -> trigger.isEmpty() || trigger.get().equals(it.trigger()));
    }

    static List<ObligationEvent> response(ObligationFacts facts, RecordResponse it) {
        var accepted = Now.standing(facts, it)
                .acceptedCase(it.id())
                .orElseThrow(() -> Rejection.CASE_UNKNOWN.because(
                        "There is no case «%s»; record its acceptance first.".formatted(it.id())));
        NotInFuture.check("respondedAt", it.respondedAt(), it);
        if (it.respondedAt().isBefore(accepted.fact().acceptedAt())) {
            throw Rejection.RESPONSE_BEFORE_CASE.because(
                    "«respondedAt» is earlier than the acceptance of the case, at %s."
                            .formatted(ChinaTime.at(accepted.fact().acceptedAt())));
        }
        var earlier = facts.events(ResponseRecorded.class)
                .filter(each -> each.caseId().equals(it.id()))
                .count();
        return List.of(new ResponseRecorded(
                Identifier.response(it.id(), (int) earlier + 1), it.id(), it.title(), it.url(), it.respondedAt()));
    }

    /** Only last days that the notice really moves, or makes certain, move. */
    static List<ObligationEvent> recounted(ObligationFacts facts, RecountCases it) {
        var standing = Now.standing(facts, it);
        return standing.cases().flatMap(each -> moved(standing, each, it)).toList();
    }

    private static Stream<ObligationEvent> moved(Standing standing, AcceptedCase accepted, RecountCases it) {
        var fact = accepted.fact();
        var countsDays =
                limitsFrom(standing, fact.trigger()).anyMatch(limit -> limit.unit() == CountingUnit.WORKING_DAYS);
        return dueOf(standing, fact.trigger(), fact.acceptedAt(), it.calendar()).stream()
                .filter(due -> countsDays && !accepted.due().equals(Optional.of(due)))
                .map(due -> new CaseDueMoved(fact.caseId(), due.on(), due.provisional(), it.notice(), it.now()));
    }
}
