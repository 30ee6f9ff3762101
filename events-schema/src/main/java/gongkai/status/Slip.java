package gongkai.status;

import gongkai.time.ChinaTime;
import gongkai.time.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/** 督办单: how sharply one due instance is urged, rung by rung; see decision 0026. */
public enum Slip {
    /** Five working days or fewer are left, and nothing is recorded 蓝色督办单. */
    BLUE,
    /** From the first late day on 黄色督办单. */
    YELLOW,
    /** From ten working days late on 红色督办单. */
    RED;

    /** From this many working days late on, the first late day included, a slip is red. */
    public static final int RED_FROM_WORKING_DAYS = 10;

    /** Empty while there is nothing to urge: done, not begun, or time is left. */
    public static Optional<Slip> of(Occurrence it, Instant at, StatusRule rule) {
        return switch (rule.statusOf(it, at)) {
            case OVERDUE ->
                Optional.of(workingDaysLate(it, at, rule.calendar()) >= RED_FROM_WORKING_DAYS ? RED : YELLOW);
            case DUE_SOON ->
                Optional.of(BLUE)
                        .filter(_ -> it.evidence().isEmpty() && !it.opensAt().isAfter(at));
            default -> Optional.empty();
        };
    }

    /** From the first late day up to and including the day of the cure, or the day asked about; 0 while it is in time. */
    public static int workingDaysLate(Occurrence it, Instant at, WorkingCalendar calendar) {
        var lateFrom = ChinaTime.dateOf(it.due().passesAt());
        return calendar.workingDaysBetween(
                lateFrom.minusDays(1), ChinaTime.dateOf(it.fulfilledAt().orElse(at)));
    }
}
