package gongkai.query.difference;

import gongkai.query.obligation.Obligations.Judged;
import gongkai.record.EventRecord;
import gongkai.status.AsOf;
import gongkai.status.Breach;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What was really shown of an obligation between two states of knowledge: on each day, that day with what had been recorded
 * by then.
 *
 * @param since the last record of the obligation that the earlier state knows is followed by these
 */
record Screens(Judged judged, Screen first, List<EventRecord> since, Instant end) {

    /** From the moment on, until the next one, everything up to the position was known. */
    record Screen(long position, Instant from) {

        static Screen of(EventRecord it) {
            return new Screen(it.position(), it.recordedAt());
        }
    }

    /** That a spell of lateness was on the screen; the first one and the last one count. */
    Optional<ShownOverdue> overdue() {
        Optional<Instant> began = Optional.empty();
        Optional<ShownOverdue> shown = Optional.empty();
        var screen = first;
        for (int next = 0; next <= since.size(); next++) {
            var following = next < since.size() ? Optional.of(since.get(next)) : Optional.<EventRecord>empty();
            var late = lateOn(screen, following.map(EventRecord::recordedAt).orElse(end));
            if (late.isPresent()) {
                began = began.or(() -> late);
                shown = Optional.of(new ShownOverdue(
                        ChinaTime.at(began.orElseThrow()),
                        screen.position(),
                        following.map(EventRecord::position),
                        following.map(EventRecord::recordedAt).map(ChinaTime::at)));
            }
            screen = following.map(Screen::of).orElse(screen);
        }
        return shown;
    }

    /** A record that is there at once is never shown without the one before it. */
    private Optional<Instant> lateOn(Screen screen, Instant until) {
        return spells(until, screen.position()).stream()
                .filter(it -> it.beganAt().isBefore(until))
                .filter(it -> it.curedAt()
                        .filter(cured -> !cured.isAfter(screen.from()))
                        .isEmpty())
                .filter(_ -> screen.from().isBefore(until))
                .map(Breach::beganAt)
                .min(Comparator.naturalOrder());
    }

    /** Due instances that were late until the record came, and afterwards had never been. */
    List<String> clearedBy(EventRecord record) {
        var gone = new HashSet<>(spells(record.recordedAt(), record.position() - 1));
        var left = spells(record.recordedAt(), record.position());
        gone.removeIf(it -> left.stream()
                .anyMatch(kept -> kept.occurrence().equals(it.occurrence())
                        && kept.beganAt().equals(it.beganAt())));
        return gone.stream().map(Breach::occurrence).distinct().sorted().toList();
    }

    private List<Breach> spells(Instant at, long known) {
        return known < judged.facts().history().getFirst().position()
                ? List.of()
                : judged.rule().breachesOf(judged.facts(), new AsOf(at, known));
    }
}
