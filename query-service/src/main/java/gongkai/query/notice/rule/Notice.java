package gongkai.query.notice.rule;

import gongkai.event.Assignment;
import gongkai.time.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing to tell a unit.
 *
 * @param id made of obligation, rule, occurrence, version of its end, and rung: the same however often it is found
 * @param to whom, as the terms stood
 * @param due the end that it speaks of
 * @param previousDueOn before a move
 * @param workingDaysLeft after the day of {@code raisedAt}, up to and including the last one
 * @param position the newest record of the obligation that was known
 * @param raisedAt when there was reason for it first
 * @param withdraws the notice that it takes back
 */
public record Notice(
        String id,
        NoticeKind kind,
        String obligation,
        Assignment to,
        Optional<String> occurrence,
        Optional<DueDate> due,
        Optional<LocalDate> previousDueOn,
        Optional<Integer> workingDaysLeft,
        long position,
        Instant raisedAt,
        Optional<String> withdraws,
        String title) {

    Notice of(String dueInstance) {
        return new Notice(
                id,
                kind,
                obligation,
                to,
                Optional.of(dueInstance),
                due,
                previousDueOn,
                workingDaysLeft,
                position,
                raisedAt,
                withdraws,
                title);
    }

    Notice from(LocalDate previous) {
        return new Notice(
                id,
                kind,
                obligation,
                to,
                occurrence,
                due,
                Optional.of(previous),
                workingDaysLeft,
                position,
                raisedAt,
                withdraws,
                title);
    }

    /** The notice that takes this one back. */
    public Notice withdrawn(long knownPosition, Instant at) {
        return new Notice(
                id + "/" + NoticeKind.WITHDRAWN,
                NoticeKind.WITHDRAWN,
                obligation,
                to,
                occurrence,
                due,
                previousDueOn,
                Optional.empty(),
                knownPosition,
                at,
                Optional.of(id),
                Wording.withdrawn(this));
    }
}
