package gongkai.time;

/** What an amount of time is counted in: days of the calendar 自然日 or working days 工作日. */
public enum CountingUnit {
    DAYS,
    WORKING_DAYS
}
