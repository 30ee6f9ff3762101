package gongkai.query.notice.rule;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.status.Known;
import gongkai.status.ObligationFacts;
import gongkai.time.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was known about one obligation, and since when. Notices follow what was known: an old table that is imported today
 * gives no reminders of last year.
 *
 * @param taken its records in the order of the log, the assignment first
 * @param calendars its county's, in the order of the log
 */
public record Chronicle(List<Taken> taken, List<CalendarSince> calendars) {

    public Chronicle {
        taken = inOrderOfTime(taken);
        calendars = List.copyOf(calendars);
        if (taken.isEmpty() || !(taken.getFirst().fact() instanceof ObligationAssigned)) {
            throw new IllegalArgumentException("An obligation begins with its assignment");
        }
    }

    /** A fact, where the ledger took it, and when. */
    public record Taken(long position, Instant at, ObligationEvent fact) {}

    /** How the county counted working days from a moment on. */
    public record CalendarSince(Instant at, WorkingCalendar calendar) {}

    /** Clocks of several services may differ by a little, but what comes later in the log was not known earlier. */
    private static List<Taken> inOrderOfTime(List<Taken> log) {
        List<Taken> ordered = new ArrayList<>();
        var latest = Instant.MIN;
        for (var it : log) {
            latest = it.at().isAfter(latest) ? it.at() : latest;
            ordered.add(new Taken(it.position(), latest, it.fact()));
        }
        return List.copyOf(ordered);
    }

    Instant beginning() {
        return taken.getFirst().at();
    }

    public long lastPosition() {
        return taken.getLast().position();
    }

    ObligationFacts factsAt(Instant moment) {
        return new ObligationFacts(taken.stream()
                .takeWhile(it -> !it.at().isAfter(moment))
                .map(it -> new Known<>(it.position(), it.fact()))
                .toList());
    }

    WorkingCalendar calendarAt(Instant moment) {
        return calendars.stream()
                .filter(it -> !it.at().isAfter(moment))
                .reduce((_, newer) -> newer)
                .map(CalendarSince::calendar)
                .orElse(WorkingCalendar.WEEKENDS_ONLY);
    }

    /** When more becomes known. */
    Stream<Instant> news() {
        return Stream.concat(taken.stream().map(Taken::at), calendars.stream().map(CalendarSince::at));
    }

    /** What should have been told by {@code at}. */
    public Outlook outlook(Instant at) {
        return new Watch().outlook(this, at);
    }

    /** Whether it is an earlier one with more that became known after the moment. */
    boolean addsOnlyAfter(Instant moment, Chronicle earlier) {
        return adds(earlier.taken, taken, it -> it.at().isAfter(moment))
                && adds(earlier.calendars, calendars, it -> it.at().isAfter(moment));
    }

    /** Nothing is ever taken out of a log, so the last entry speaks for those before it. */
    private static <T> boolean adds(List<T> earlier, List<T> now, Predicate<T> isAllowed) {
        int same = earlier.size();
        return same <= now.size()
                && (same == 0 || earlier.getLast().equals(now.get(same - 1)))
                && now.subList(same, now.size()).stream().allMatch(isAllowed);
    }
}
