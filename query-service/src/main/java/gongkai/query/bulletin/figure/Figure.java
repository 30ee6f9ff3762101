package gongkai.query.bulletin.figure;

import gongkai.status.Occurrence;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What a month's bulletin counts. The first four are what fell due in the month; each due instance is in one of them. */
public enum Figure {
    /** Fell due in the month and was done in time 按期完成. */
    DONE,
    /** Fell due in the month and was done late 逾期后完成. */
    CURED,
    /** Fell due in the month, has passed, and is not done 逾期未完成. */
    LATE,
    /** Falls due in the month, whose last moment in time has not passed yet 未到期. */
    PENDING,
    /** Fell due in an earlier month and was done late in this one. */
    CARRIED_CURED,
    /** Fell due in an earlier month and is still not done. */
    CARRIED_LATE,
    /** An ongoing duty without a sign of life 静默. */
    SILENT,
    /** An obligation with a rule that has no force until a question is answered 待答; it can make nobody late. */
    BLOCKED;

    /** Those that sum to what fell due in the month 应办. */
    public static final List<Figure> DUE = List.of(DONE, CURED, LATE, PENDING);

    /** Those that are late and not done. */
    public static final List<Figure> OPEN = List.of(LATE, CARRIED_LATE);

    /** Which of them a due instance is in; empty for one of a later month, or done with before this one. */
    static Optional<Figure> of(Occurrence it, YearMonth month, Instant at) {
        var dueIn = YearMonth.from(it.due().on());
        if (dueIn.equals(month)) {
            return Optional.of(ofThisMonth(it, at));
        }
        return dueIn.isBefore(month) ? carried(it, month) : Optional.empty();
    }

    private static Figure ofThisMonth(Occurrence it, Instant at) {
        return it.fulfilledAt()
                .map(done -> it.due().isMetAt(done) ? DONE : CURED)
                .orElseGet(() -> it.due().isMetAt(at) ? PENDING : LATE);
    }

    private static Optional<Figure> carried(Occurrence it, YearMonth month) {
        var begins = ChinaTime.startOf(month.atDay(1));
        return it.isOpen()
                ? Optional.of(CARRIED_LATE)
                : it.fulfilledAt().filter(done -> !done.isBefore(begins)).map(_ -> CARRIED_CURED);
    }
}
