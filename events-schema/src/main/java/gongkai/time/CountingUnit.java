package gongkai.time;

/** What an amount of time is counted in. */
public enum CountingUnit {
    /** Run from the instant itself, day and night. */
    HOURS,
    /** Days of the calendar 自然日. */
    DAYS,
    /** Working days 工作日 by the State Council's arrangements. */
    WORKING_DAYS,
    /** To the day of the same number, or the month's last where it has none (民法典 art. 202). */
    MONTHS
}
