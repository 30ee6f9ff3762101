package gongkai.query.notice.rule;

import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.Standing;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an obligation stood at a moment, from what was known at that moment.
 *
 * @param next the first later moment at which it may stand differently
 */
record Situation(
        ObligationFacts facts,
        StatusRule rule,
        Instant moment,
        Standing standing,
        List<Occurrence> occurrences,
        Optional<Instant> next) {

    static Situation of(Chronicle chronicle, Instant moment) {
        var facts = chronicle.factsAt(moment);
        var rule = new StatusRule(chronicle.calendarAt(moment));
        var asOf = new AsOf(moment, Long.MAX_VALUE);
        var standing = facts.at(asOf);
        var occurrences = rule.occurrencesOf(standing);
        var happenings = facts.history().stream().map(it -> it.fact().occurredAt());
        var turns = occurrences.stream().filter(Occurrence::isOpen).flatMap(it -> turningPoints(it, rule));
        return new Situation(
                facts,
                rule,
                moment,
                standing,
                occurrences,
                Stream.of(chronicle.news(), happenings, turns)
                        .flatMap(it -> it)
                        .filter(it -> it.isAfter(moment))
                        .min(Comparator.naturalOrder()));
    }

    private static Stream<Instant> turningPoints(Occurrence it, StatusRule rule) {
        var ends = Stream.of(it.opensAt(), it.due().passesAt());
        return isInHours(it.due())
                ? ends
                : Stream.concat(ends, Rungs.moments(it.due().on(), rule.calendar()));
    }

    static boolean isInHours(DueDate due) {
        return due.at().isPresent();
    }

    Status status() {
        return rule.statusOf(standing, occurrences, moment);
    }

    boolean isOverdue(Occurrence it) {
        return rule.statusOf(it, moment) == Status.OVERDUE;
    }

    boolean isWorkable(Occurrence it) {
        return !it.opensAt().isAfter(moment);
    }

    int workingDaysLeft(DueDate due) {
        return rule.calendar().workingDaysBetween(ChinaTime.dateOf(moment), due.on());
    }

    Optional<DueDate> nextDue() {
        return rule.nextDue(facts, asOf());
    }

    /** Evidence that turns out to have been there in time takes a lateness away; anything else only ends it. */
    boolean wasEverLate(String occurrence) {
        return rule.breachesOf(facts, asOf()).stream()
                .filter(it -> it.occurrence().equals(occurrence))
                .anyMatch(it -> !it.isOpen());
    }

    long position() {
        return facts.history().getLast().position();
    }

    private AsOf asOf() {
        return new AsOf(moment, Long.MAX_VALUE);
    }
}
