package gongkai.status;

import gongkai.event.Rule;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** How the obligation stands at the moment, from what was known. */
    public Status statusOf(ObligationFacts facts, AsOf asOf) {
        var counted = facts.asOf(asOf);
        return rulesOf(facts)
                .map(rule -> statusOf(rule, counted, asOf.at()))
                .min(Comparator.naturalOrder())
                .orElse(Status.UNCLEAR);
    }

    /** Every due moment that passed without evidence, in order of time; a cure closes one, nothing removes it. */
    public List<Breach> breachesOf(ObligationFacts facts, AsOf asOf) {
        return occurrences(facts, asOf)
                .filter(it -> it.isBreached(asOf.at()))
                .map(it -> new Breach(it.id(), it.due(), it.fulfilledAt()))
                .sorted(Comparator.comparing(Breach::beganAt))
                .toList();
    }

    /** The earliest end that has not passed and is still owed. */
    public Optional<DueDate> nextDue(ObligationFacts facts, AsOf asOf) {
        return occurrences(facts, asOf)
                .filter(it -> it.isOpen() && it.due().isMetAt(asOf.at()))
                .map(Occurrence::due)
                .min(Comparator.comparing(DueDate::on));
    }

    /** The end that the obligation is judged by: the earliest still owed, else the last one met; none when ongoing. */
    public Optional<DueDate> dueOf(ObligationFacts facts, AsOf asOf) {
        var all = occurrences(facts, asOf).toList();
        return all.stream()
                .filter(Occurrence::isOpen)
                .map(Occurrence::due)
                .min(Comparator.comparing(DueDate::on))
                .or(() -> all.stream().map(Occurrence::due).max(Comparator.comparing(DueDate::on)));
    }

    /** Full days since the last sign of life of an ongoing duty, or since it was assigned. */
    public long silentDays(ObligationFacts facts, AsOf asOf) {
        var since =
                lastEvidence(facts.asOf(asOf)).orElse(facts.assigned().fact().occurredAt());
        return Math.max(0, Duration.between(since, asOf.at()).toDays());
    }

    private Stream<Occurrence> occurrences(ObligationFacts facts, AsOf asOf) {
        var counted = facts.asOf(asOf);
        return rulesOf(facts).flatMap(rule -> Occurrences.of(rule, counted).stream());
    }

    private static Stream<Rule> rulesOf(ObligationFacts facts) {
        return facts.assigned().fact().rules().stream().filter(Rule::adopted);
    }

    private Status statusOf(Rule rule, ObligationFacts counted, Instant at) {
        return switch (rule.timeLimit()) {
            case Unclear _ -> Status.UNCLEAR;
            case Ongoing _ ->
                lastEvidence(counted)
                                .filter(it -> !it.plus(SILENT_AFTER).isBefore(at))
                                .isPresent()
                        ? Status.ONGOING_ACTIVE
                        : Status.ONGOING_SILENT;
            case FixedDate _, AfterTrigger _ ->
                Occurrences.of(rule, counted).stream()
                        .map(it -> statusOf(it, at))
                        .min(Comparator.naturalOrder())
                        .orElse(Status.AWAITING_TRIGGER);
            default -> Status.UNCLEAR;
        };
    }

    private Status statusOf(Occurrence occurrence, Instant at) {
        if (!occurrence.isOpen()) {
            return occurrence.isLate() ? Status.FULFILLED_LATE : Status.FULFILLED;
        }
        if (!occurrence.due().isMetAt(at)) {
            return Status.OVERDUE;
        }
        var left = calendar.workingDaysBetween(
                ChinaTime.dateOf(at), occurrence.due().on());
        if (left <= DUE_SOON_WORKING_DAYS) {
            return Status.DUE_SOON;
        }
        return occurrence.started() ? Status.IN_PROGRESS : Status.NOT_STARTED;
    }

    private static Optional<Instant> lastEvidence(ObligationFacts facts) {
        return Stream.of(facts.publications(), facts.interpretations(), facts.responses())
                .flatMap(Collection::stream)
                .map(it -> it.fact().occurredAt())
                .max(Comparator.naturalOrder());
    }
}
