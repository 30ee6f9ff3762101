package gongkai.query.notice.rule;

import gongkai.status.Occurrence;
import gongkai.time.DueDate;
import java.util.Optional;

/** What has been told about one occurrence so far. */
final class Course {

    private final int rule;
    private final String occurrence;
    private final String obligation;
    private DueDate due;
    private int version = 1;
    private int breaches;
    private boolean owed = true;
    private int lowestRung = Integer.MAX_VALUE;
    private Optional<Notice> reminder = Optional.empty();
    private Optional<Notice> breach = Optional.empty();

    Course(String obligation, Occurrence it) {
        this.obligation = obligation;
        this.rule = it.rule() + 1;
        this.occurrence = it.id();
        this.due = it.due();
    }

    String occurrence() {
        return occurrence;
    }

    DueDate due() {
        return due;
    }

    /** The newest of its reminders, while there is reason for it. */
    Optional<Notice> reminder() {
        return reminder;
    }

    Optional<Notice> breach() {
        return breach;
    }

    boolean hasMoved(DueDate to) {
        return !due.on().equals(to.on()) || !due.at().equals(to.at());
    }

    /** A new version of its end begins, with a ladder of its own. */
    void move(DueDate to) {
        due = to;
        version++;
        lowestRung = Integer.MAX_VALUE;
        reminder = Optional.empty();
    }

    /** Nothing of it is owed; what has been told is settled. */
    void drop() {
        owed = false;
    }

    /** Owed again, it is told of anew. */
    void resume() {
        if (!owed) {
            owed = true;
            move(due);
        }
    }

    boolean isOwed() {
        return owed;
    }

    /** Whether that rung lies below all that were told of. */
    boolean isNews(int rung) {
        return rung < lowestRung;
    }

    void remind(int rung, Notice notice) {
        lowestRung = rung;
        reminder = Optional.of(notice);
    }

    void announceMove(Notice notice) {
        reminder = Optional.of(notice);
    }

    void breach(Notice notice) {
        breaches++;
        breach = Optional.of(notice);
        reminder = Optional.empty();
    }

    void endReminder() {
        reminder = Optional.empty();
    }

    void endBreach() {
        breach = Optional.empty();
    }

    String idOf(NoticeKind kind, String rung) {
        return "%s/r%d/%s/v%d/%s%s".formatted(obligation, rule, occurrence, version, kind, rung);
    }

    String nextBreachId() {
        return idOf(NoticeKind.BREACHED, "-" + (breaches + 1));
    }
}
