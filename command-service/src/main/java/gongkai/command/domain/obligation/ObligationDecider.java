package gongkai.command.domain.obligation;

import gongkai.command.domain.Decider;
import gongkai.command.domain.NotInFuture;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.command.domain.obligation.ObligationState.Assigned;
import gongkai.command.domain.obligation.ObligationState.Unassigned;
import gongkai.event.Identifier;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Rule;
import gongkai.time.ChinaTime;
import gongkai.time.TimeLimit.AfterTrigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what may be recorded under an obligation. */
public final class ObligationDecider implements Decider<ObligationCommand, ObligationState, ObligationEvent> {

    @Override
    public ObligationState initial() {
        return new Unassigned();
    }

    @Override
    public List<ObligationEvent> decide(ObligationState state, ObligationCommand command) {
        return switch (state) {
            case Unassigned _ -> {
                if (command instanceof AssignObligation it) {
                    yield List.of(assigned(it));
                }
                throw Rejection.OBLIGATION_UNKNOWN.because("There is no obligation «" + command.subject()
                        + "»; the plan's page and GET /api/obligations list the ids.");
            }
            case Assigned assigned ->
                switch (command) {
                    case AssignObligation _ -> List.of();
                    case RecordPublication it -> List.of(publication(assigned, it));
                    case RecordInterpretation it -> List.of(interpretation(assigned, it));
                    case AcceptCase it -> List.of(acceptedCase(assigned, it));
                    case RecordResponse it -> List.of(response(assigned, it));
                };
        };
    }

    private static ObligationAssigned assigned(AssignObligation it) {
        return new ObligationAssigned(
                it.obligation(), it.task(), it.row(), it.text(), it.assignment(), it.rules(), it.now());
    }

    private static PublicationRecorded publication(Assigned state, RecordPublication it) {
        NotInFuture.check("publishedAt", it.publishedAt(), it);
        it.formedOn()
                .filter(formedOn -> formedOn.isAfter(ChinaTime.dateOf(it.publishedAt())))
                .ifPresent(formedOn -> {
                    throw Rejection.FORMED_AFTER_PUBLICATION.because(
                            "«formedOn» is %s, but it was published on %s already; one of the two is wrong."
                                    .formatted(formedOn, ChinaTime.dateOf(it.publishedAt())));
                });
        return new PublicationRecorded(
                Identifier.publication(it.obligation(), state.publications().size() + 1),
                it.title(),
                it.url(),
                it.publishedAt(),
                it.formedOn(),
                it.documentNumber(),
                Optional.empty());
    }

    private static InterpretationRecorded interpretation(Assigned state, RecordInterpretation it) {
        var sourcePublishedAt = state.publications().get(it.publication());
        if (sourcePublishedAt == null) {
            throw Rejection.PUBLICATION_UNKNOWN.because(
                    "There is no publication «%s» to interpret; record it first.".formatted(it.publication()));
        }
        NotInFuture.check("publishedAt", it.publishedAt(), it);
        if (it.publishedAt().isBefore(sourcePublishedAt)) {
            throw Rejection.INTERPRETATION_BEFORE_PUBLICATION.because(
                    "«publishedAt» is earlier than what it explains, which was published at %s."
                            .formatted(ChinaTime.at(sourcePublishedAt)));
        }
        return new InterpretationRecorded(
                Identifier.interpretation(
                        it.publication(), state.interpretations().getOrDefault(it.publication(), 0) + 1),
                it.publication(),
                it.form(),
                it.title(),
                it.url(),
                it.publishedAt());
    }

    private static CaseAccepted acceptedCase(Assigned state, AcceptCase it) {
        var limit = state.rules().stream()
                .map(Rule::timeLimit)
                .filter(AfterTrigger.class::isInstance)
                .map(AfterTrigger.class::cast)
                .findFirst()
                .orElseThrow(() -> Rejection.NO_CASES_HERE.because(
                        "«%s» has no time limit that counts from the acceptance of a case, so none can be accepted under it."
                                .formatted(it.obligation())));
        NotInFuture.check("acceptedAt", it.acceptedAt(), it);
        var due = it.calendar().count(ChinaTime.dateOf(it.acceptedAt()), limit.amount(), limit.unit());
        return new CaseAccepted(
                Identifier.caseId(it.obligation(), state.cases().size() + 1),
                it.matter(),
                it.acceptedAt(),
                Optional.of(limit.trigger()),
                Optional.of(due.on()),
                Optional.empty(),
                due.provisional());
    }

    private static ResponseRecorded response(Assigned state, RecordResponse it) {
        var acceptedAt = state.cases().get(it.caseId());
        if (acceptedAt == null) {
            throw Rejection.CASE_UNKNOWN.because(
                    "There is no case «%s»; record its acceptance first.".formatted(it.caseId()));
        }
        NotInFuture.check("respondedAt", it.respondedAt(), it);
        if (it.respondedAt().isBefore(acceptedAt)) {
            throw Rejection.RESPONSE_BEFORE_CASE.because(
                    "«respondedAt» is earlier than the acceptance of the case, at %s."
                            .formatted(ChinaTime.at(acceptedAt)));
        }
        return new ResponseRecorded(
                Identifier.response(it.caseId(), state.responses().getOrDefault(it.caseId(), 0) + 1),
                it.caseId(),
                it.title(),
                it.url(),
                it.respondedAt());
    }

    @Override
    public ObligationState evolve(ObligationState state, ObligationEvent event) {
        if (event instanceof ObligationAssigned it) {
            return new Assigned(it.rules(), Map.of(), Map.of(), Map.of(), Map.of());
        }
        if (!(state instanceof Assigned(var rules, var publications, var interpretations, var cases, var responses))) {
            throw new IllegalStateException("The stream does not begin with an assignment");
        }
        return switch (event) {
            case ObligationAssigned _ -> state;
            case PublicationRecorded it ->
                new Assigned(
                        rules,
                        with(publications, it.publication(), it.publishedAt()),
                        interpretations,
                        cases,
                        responses);
            case InterpretationRecorded it ->
                new Assigned(rules, publications, oneMore(interpretations, it.publication()), cases, responses);
            case CaseAccepted it ->
                new Assigned(
                        rules, publications, interpretations, with(cases, it.caseId(), it.acceptedAt()), responses);
            case ResponseRecorded it ->
                new Assigned(rules, publications, interpretations, cases, oneMore(responses, it.caseId()));
            default -> state;
        };
    }

    private static Map<String, Integer> oneMore(Map<String, Integer> counts, String id) {
        return with(counts, id, counts.getOrDefault(id, 0) + 1);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String id, V value) {
        var more = new HashMap<>(map);
        more.put(id, value);
        return Map.copyOf(more);
    }
}
