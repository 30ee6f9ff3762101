package gongkai.status;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many spells of lateness are open at a moment, and since when the oldest of them has lasted.
 *
 * @param since the first late moment; empty when none is open
 */
public record Lateness(int open, Optional<Instant> since) {

    private static final Lateness NONE = new Lateness(0, Optional.empty());

    /**
     * Each due instance that is overdue is one open spell.
     *
     * @param facts all that was known
     */
    static Lateness of(ObligationFacts facts, List<Occurrence> occurrences, Instant at) {
        var overdue = occurrences.stream().filter(it -> it.isOverdue(at)).toList();
        return overdue.isEmpty() ? NONE : new Lateness(overdue.size(), Optional.of(since(facts, overdue, at)));
    }

    private static Instant since(ObligationFacts facts, List<Occurrence> overdue, Instant at) {
        var passed = overdue.stream()
                .map(it -> it.due().passesAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return isUndisturbed(facts, overdue, passed, at)
                ? passed
                : Breaches.of(facts, at).stream()
                        .filter(Breach::isOpen)
                        .map(Breach::beganAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** Since the end passed nothing happened that could have ended or begun it: what is late now has been late since then. */
    private static boolean isUndisturbed(ObligationFacts facts, List<Occurrence> overdue, Instant from, Instant at) {
        var since = facts.history().stream()
                .map(Known::fact)
                .filter(it ->
                        !it.occurredAt().isBefore(from) && !it.occurredAt().isAfter(at))
                .filter(it -> !leavesAlone(it, overdue))
                .toList();
        return since.stream().allMatch(PublicationRetracted.class::isInstance)
                && (since.isEmpty() || neverHadEnough(facts, overdue, at));
    }

    /** Even with all that was ever retracted they would be late. */
    private static boolean neverHadEnough(ObligationFacts facts, List<Occurrence> overdue, Instant at) {
        var late = Occurrences.of(Standing.of(facts.without(PublicationRetracted.class), at)).stream()
                .filter(it -> it.isOverdue(at))
                .map(Occurrence::id)
                .collect(Collectors.toSet());
        return overdue.stream().map(Occurrence::id).allMatch(late::contains);
    }

    /** It only adds evidence, which was not enough, or is about another due instance. */
    private static boolean leavesAlone(ObligationEvent event, List<Occurrence> overdue) {
        return switch (event) {
            case PublicationRecorded _,
                    InterpretationRecorded _,
                    ResponseRecorded _,
                    ObligationAcknowledged _,
                    ObligationClosed _ -> true;
            case CaseAccepted it -> overdue.stream().noneMatch(one -> one.id().startsWith(it.caseId()));
            case ObligationExtended it ->
                overdue.stream().noneMatch(one -> one.id().equals(it.occurrence()));
            default -> false;
        };
    }
}
