package gongkai.status;

import gongkai.event.Assignment;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.ReviewOutcome;
import gongkai.event.Rule;
import gongkai.event.TaskText;
import gongkai.time.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What counts at one moment: the terms in force, what has been triggered, and the evidence that stands. A change of terms
 * counts from when it was made; an answer to a question, and a due date moved by a notice, from the beginning, since
 * they say what was true all along.
 */
public final class Standing {

    private final ObligationAssigned assigned;
    private Terms terms;
    private boolean waived;
    private boolean withdrawn;
    private Optional<Instant> acknowledgedAt = Optional.empty();
    private Optional<Instant> closedAt = Optional.empty();
    private Optional<ObligationReviewed> review = Optional.empty();
    private final Map<String, LocalDate> extensions = new LinkedHashMap<>();
    private final Map<String, PublicationRecorded> publications = new LinkedHashMap<>();
    private final List<InterpretationRecorded> interpretations = new ArrayList<>();
    private final Map<String, AcceptedCase> cases = new LinkedHashMap<>();
    private final List<ResponseRecorded> responses = new ArrayList<>();
    private final Set<String> retracted = new HashSet<>();
    private final Set<String> returned = new HashSet<>();

    /** What is owed, by whom. */
    private record Terms(int row, TaskText text, Assignment assignment, List<Rule> rules) {}

    private Standing(ObligationAssigned assigned) {
        this.assigned = assigned;
        this.terms = new Terms(assigned.row(), assigned.text(), assigned.assignment(), assigned.rules());
    }

    /** @param facts all that was known */
    static Standing of(ObligationFacts facts, Instant at) {
        var standing = new Standing(facts.assigned());
        var clarifiesTermsInForce = true;
        for (var it : facts.history()) {
            var event = it.fact();
            var happened = !event.occurredAt().isAfter(at);
            if (event instanceof ObligationAmended) {
                clarifiesTermsInForce = happened;
            }
            var counts =
                    event instanceof ObligationClarified ? clarifiesTermsInForce : happened || isRetroactive(event);
            if (counts) {
                standing.take(event);
            }
        }
        return standing;
    }

    private static boolean isRetroactive(ObligationEvent event) {
        return event instanceof CaseDueMoved;
    }

    private void take(ObligationEvent event) {
        switch (event) {
            case ObligationAssigned _ -> {}
            case ObligationClarified it -> terms = new Terms(terms.row(), terms.text(), it.assignment(), it.rules());
            case ObligationAmended it -> {
                terms = new Terms(it.row(), it.text(), it.assignment(), it.rules());
                withdrawn = false;
            }
            case ObligationWithdrawn _ -> withdrawn = true;
            case ObligationWaived _ -> waived = true;
            case ObligationExtended it -> extensions.put(it.occurrence(), it.dueOn());
            case ObligationAcknowledged it -> acknowledgedAt = acknowledgedAt.or(() -> Optional.of(it.occurredAt()));
            case ObligationReviewed it -> {
                review = Optional.of(it);
                closedAt = it.outcome() == ReviewOutcome.RETURNED ? Optional.empty() : closedAt;
                mark(it);
            }
            case ObligationClosed it -> closedAt = Optional.of(it.occurredAt());
            case PublicationRecorded it -> publications.put(it.publication(), it);
            case PublicationRetracted it -> retracted.add(it.publication());
            case InterpretationRecorded it -> interpretations.add(it);
            case CaseAccepted it -> cases.put(it.caseId(), AcceptedCase.of(it));
            case CaseDueMoved it -> cases.computeIfPresent(it.caseId(), (_, accepted) -> accepted.movedBy(it));
            case ResponseRecorded it -> responses.add(it);
        }
    }

    private void mark(ObligationReviewed it) {
        switch (it.outcome()) {
            case ACCEPTED -> it.evidence().forEach(returned::remove);
            case RETURNED -> returned.addAll(it.evidence());
        }
    }

    public ObligationAssigned assigned() {
        return assigned;
    }

    /** The table's row, from 1. */
    public int row() {
        return terms.row();
    }

    public TaskText text() {
        return terms.text();
    }

    public Assignment assignment() {
        return terms.assignment();
    }

    public List<Rule> rules() {
        return terms.rules();
    }

    /** Nobody expects it any more: waived, or the row no longer names the unit. */
    public boolean isReleased() {
        return waived || withdrawn;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    public Optional<Instant> acknowledgedAt() {
        return acknowledgedAt;
    }

    public Optional<Instant> closedAt() {
        return closedAt;
    }

    /** The newest one. */
    public Optional<ObligationReviewed> review() {
        return review;
    }

    public Optional<PublicationRecorded> publication(String id) {
        return Optional.ofNullable(publications.get(id));
    }

    public Stream<PublicationRecorded> publications() {
        return publications.values().stream();
    }

    /** When each piece of standing evidence for the case or period was there, in order of time. */
    public List<Instant> evidenceFor(String occurrence) {
        return evidence()
                .filter(it -> it.isFor(occurrence))
                .map(Evidence::at)
                .sorted()
                .toList();
    }

    public Stream<AcceptedCase> cases() {
        return cases.values().stream();
    }

    public Optional<AcceptedCase> acceptedCase(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    public boolean isRetracted(String publication) {
        return retracted.contains(publication);
    }

    /** Neither retracted nor returned by a review. */
    public boolean counts(String evidence) {
        return evidence().anyMatch(it -> it.id().equals(evidence));
    }

    /** The ids of all that stands as evidence. */
    public List<String> evidenceIds() {
        return evidence().map(Evidence::id).toList();
    }

    Stream<Evidence> evidence() {
        return Stream.of(
                        publications.values().stream()
                                .filter(it -> !retracted.contains(it.publication()))
                                .map(Evidence::of),
                        interpretations.stream()
                                .filter(it -> !retracted.contains(it.publication()))
                                .map(it -> Evidence.of(
                                        it, publication(it.publication()).flatMap(PublicationRecorded::occurrence))),
                        responses.stream().map(Evidence::of))
                .flatMap(it -> it)
                .filter(it -> !returned.contains(it.id()));
    }

    /** An extension's last day goes before the rule's own. */
    DueDate dueOf(String occurrence, DueDate byRule) {
        var extended = extensions.get(occurrence);
        return extended == null ? byRule : DueDate.on(extended, false);
    }

    /** A case with its last moment as it stands. */
    public record AcceptedCase(CaseAccepted fact, Optional<DueDate> due) {

        private static AcceptedCase of(CaseAccepted it) {
            return new AcceptedCase(it, it.dueOn().map(on -> new DueDate(on, it.dueAt(), it.provisional())));
        }

        private AcceptedCase movedBy(CaseDueMoved it) {
            return new AcceptedCase(fact, Optional.of(DueDate.on(it.dueOn(), it.provisional())));
        }

        public String id() {
            return fact.caseId();
        }
    }
}
