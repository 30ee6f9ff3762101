package gongkai.status;

import gongkai.event.Rule;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;
import gongkai.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The one function that says what an obligation looks like. Live view, as-of view, breach list and verifier all ask it.
 *
 * @param calendar counts the working days that are left
 */
public record StatusRule(WorkingCalendar calendar) {

    /** From this many working days before the end on, a thing is due soon. */
    public static final int DUE_SOON_WORKING_DAYS = 5;

    /** An ongoing duty without evidence for longer than this is shown as silent; see decision 0005. */
    public static final Duration SILENT_AFTER = Duration.ofDays(90);

    private static final Comparator<DueDate> EARLIEST = Comparator.comparing(DueDate::passesAt);

    /** How the obligation stands at the moment, from what was known. */
    public Status statusOf(ObligationFacts facts, AsOf asOf) {
        var standing = facts.at(asOf);
        return statusOf(standing, Occurrences.of(standing), asOf.at());
    }

    /**
     * The same, of what counts at that moment.
     *
     * @param occurrences the standing's own
     */
    public Status statusOf(Standing standing, List<Occurrence> occurrences, Instant at) {
        if (standing.isReleased()) {
            return Status.WAIVED;
        }
        return IntStream.range(0, standing.rules().size())
                .filter(rule -> standing.rules().get(rule).adopted())
                .mapToObj(rule -> statusOf(
                        standing.rules().get(rule),
                        occurrences.stream().filter(it -> it.rule() == rule).toList(),
                        standing,
                        at))
                .min(Comparator.naturalOrder())
                .orElse(Status.UNCLEAR);
    }

    /** The same, with what else a board shows of the obligation, in one look. */
    public Look lookAt(ObligationFacts facts, AsOf asOf) {
        var known = facts.knownAt(asOf.known());
        var standing = Standing.of(known, asOf.at());
        var occurrences = Occurrences.of(standing);
        return new Look(
                standing.assignment().unit(),
                statusOf(standing, occurrences, asOf.at()),
                nextDue(occurrences, asOf.at()),
                Lateness.of(known, occurrences, asOf.at()));
    }

    /** Every spell of lateness, in order of time; a cure closes one, nothing removes it. */
    public List<Breach> breachesOf(ObligationFacts facts, AsOf asOf) {
        return Breaches.of(facts.knownAt(asOf.known()), asOf.at());
    }

    /** The due instances of all adopted rules as they stand; none once nobody expects anything. */
    public List<Occurrence> occurrencesOf(ObligationFacts facts, AsOf asOf) {
        return occurrencesOf(facts.at(asOf));
    }

    /** The same, of what counts at a moment. */
    public List<Occurrence> occurrencesOf(Standing standing) {
        return Occurrences.of(standing);
    }

    /** The earliest end that has not passed and is still owed. */
    public Optional<DueDate> nextDue(ObligationFacts facts, AsOf asOf) {
        return nextDue(occurrencesOf(facts, asOf), asOf.at());
    }

    private static Optional<DueDate> nextDue(List<Occurrence> occurrences, Instant at) {
        return occurrences.stream()
                .filter(it -> it.isOpen() && it.due().isMetAt(at))
                .map(Occurrence::due)
                .min(EARLIEST);
    }

    /** The end that the obligation is judged by: the earliest still owed, else the last one met; none when ongoing. */
    public Optional<DueDate> dueOf(ObligationFacts facts, AsOf asOf) {
        var all = occurrencesOf(facts, asOf);
        return all.stream()
                .filter(Occurrence::isOpen)
                .map(Occurrence::due)
                .min(EARLIEST)
                .or(() -> all.stream().map(Occurrence::due).max(EARLIEST));
    }

    /** Full days since the last sign of life of an ongoing duty, or since it was assigned. */
    public long silentDays(ObligationFacts facts, AsOf asOf) {
        var since = lastEvidence(facts.at(asOf)).orElse(facts.assigned().occurredAt());
        return Math.max(0, Duration.between(since, asOf.at()).toDays());
    }

    private Status statusOf(Rule rule, List<Occurrence> occurrences, Standing standing, Instant at) {
        return switch (rule.timeLimit()) {
            case Unclear _ -> Status.UNCLEAR;
            case Ongoing _ ->
                lastEvidence(standing)
                                .filter(it -> !it.plus(SILENT_AFTER).isBefore(at))
                                .isPresent()
                        ? Status.ONGOING_ACTIVE
                        : Status.ONGOING_SILENT;
            case Lasting it -> lasting(it, standing, at);
            case Window _ when occurrences.isEmpty() -> Status.UNCLEAR;
            case FixedDate _, Window _, Recurring _, AfterTrigger _ -> worstOf(occurrences, at);
        };
    }

    /** Of those that can be worked at already; what lies ahead of all of them has simply not begun. */
    private Status worstOf(List<Occurrence> occurrences, Instant at) {
        return occurrences.stream()
                .filter(it -> !it.opensAt().isAfter(at) || !it.isOpen())
                .map(it -> statusOf(it, at))
                .min(Comparator.naturalOrder())
                .orElse(occurrences.isEmpty() ? Status.AWAITING_TRIGGER : Status.NOT_STARTED);
    }

    /** How one due instance stands at the moment. */
    public Status statusOf(Occurrence occurrence, Instant at) {
        if (!occurrence.isOpen()) {
            return occurrence.isFulfilledLate() ? Status.FULFILLED_LATE : Status.FULFILLED;
        }
        if (occurrence.isOverdue(at)) {
            return Status.OVERDUE;
        }
        if (!calendar.hasMoreWorkingDaysBetween(
                DUE_SOON_WORKING_DAYS, ChinaTime.dateOf(at), occurrence.due().on())) {
            return Status.DUE_SOON;
        }
        return occurrence.started() ? Status.IN_PROGRESS : Status.NOT_STARTED;
    }

    private Status lasting(Lasting limit, Standing standing, Instant at) {
        var posted = standing.evidence()
                .filter(it -> it.kind() == Evidence.Kind.PUBLICATION)
                .map(Evidence::at)
                .min(Comparator.naturalOrder());
        return posted.map(it -> calendar.count(it, limit.amount(), limit.unit()).isMetAt(at)
                        ? Status.IN_PROGRESS
                        : Status.FULFILLED)
                .orElse(Status.AWAITING_TRIGGER);
    }

    private static Optional<Instant> lastEvidence(Standing standing) {
        return standing.evidence().map(Evidence::at).max(Comparator.naturalOrder());
    }
}
