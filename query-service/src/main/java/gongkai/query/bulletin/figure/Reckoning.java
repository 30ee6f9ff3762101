package gongkai.query.bulletin.figure;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.Rule;
import gongkai.status.AsOf;
import gongkai.status.Known;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.Slip;
import gongkai.status.Standing;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.statute.Lamp;
import gongkai.statute.Overlay;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one obligation adds to a month's bulletin.
 *
 * @param planBegan when the table that it comes from was taken in
 */
public record Reckoning(ObligationFacts facts, StatusRule rule, YearMonth month, AsOf asOf, Instant planBegan) {

    /** Under the plan. */
    public List<Entry> entries() {
        var due = rule.occurrencesOf(facts, asOf).stream().flatMap(it -> entry(it, Optional.empty()).stream());
        return Stream.of(due, whole(isSilent(), Figure.SILENT), whole(isBlocked(), Figure.BLOCKED))
                .flatMap(it -> it)
                .toList();
    }

    /** Under the statutes above the plan: the second lamp, counted in the same way. */
    public List<Entry> statutory() {
        return standing().isWithdrawn()
                ? List.of()
                : new Overlay(rule)
                        .lampsOf(facts, asOf).stream().flatMap(this::entry).toList();
    }

    private Stream<Entry> entry(Lamp lamp) {
        return lamp
                .occurrence()
                .flatMap(it -> entry(it, Optional.of(lamp.statute().article())))
                .stream();
    }

    private Optional<Entry> entry(Occurrence it, Optional<String> article) {
        return Figure.of(it, month, asOf.at()).map(figure -> {
            var late = !it.due().isMetAt(it.fulfilledAt().orElse(asOf.at()));
            return entry(
                    figure,
                    Optional.of(it),
                    late ? Slip.workingDaysLate(it, asOf.at(), rule.calendar()) : 0,
                    late && article.isEmpty()
                            ? Optional.of(Fault.of(it, facts, rule, asOf, planBegan))
                            : Optional.empty(),
                    article);
        });
    }

    private Stream<Entry> whole(boolean counts, Figure figure) {
        return counts
                ? Stream.of(entry(figure, Optional.empty(), 0, Optional.empty(), Optional.empty()))
                : Stream.empty();
    }

    private Entry entry(
            Figure figure,
            Optional<Occurrence> it,
            int workingDaysLate,
            Optional<Fault> fault,
            Optional<String> article) {
        return new Entry(
                figure,
                facts.assigned().obligation(),
                standing().assignment().unit(),
                standing().assignment().role(),
                it.map(Occurrence::id),
                it.map(occurrence -> occurrence.due().on()),
                workingDaysLate,
                fault,
                it.filter(_ -> article.isEmpty()).flatMap(occurrence -> Slip.of(occurrence, asOf.at(), rule)),
                article,
                positions());
    }

    private boolean isSilent() {
        return rule.statusOf(facts, asOf) == Status.ONGOING_SILENT;
    }

    private boolean isBlocked() {
        var rules = standing().rules();
        return !standing().isReleased() && (rules.isEmpty() || rules.stream().anyMatch(Reckoning::waitsForAnAnswer));
    }

    private static boolean waitsForAnAnswer(Rule it) {
        return !it.adopted()
                || it.timeLimit() instanceof Unclear
                || (it.timeLimit() instanceof Window window && window.to().isEmpty());
    }

    /** Of what had happened by then, and of what counts from the beginning whenever it was said. */
    private List<Long> positions() {
        return facts.knownAt(asOf.known()).history().stream()
                .filter(it -> !it.fact().occurredAt().isAfter(asOf.at()) || isRetroactive(it.fact()))
                .map(Known::position)
                .toList();
    }

    private static boolean isRetroactive(ObligationEvent event) {
        return event instanceof ObligationAssigned
                || event instanceof ObligationClarified
                || event instanceof CaseDueMoved;
    }

    private Standing standing() {
        return facts.at(asOf);
    }
}
