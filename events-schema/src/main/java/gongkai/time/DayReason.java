package gongkai.time;

/** Why a day is counted or skipped. */
public enum DayReason {
    /** Every day counts 自然日. */
    CALENDAR_DAY,
    /** Monday to Friday, and no holiday. */
    WORKING_DAY,
    /** A weekend day that a notice made a working day 调休上班. */
    SHIFTED_WORKDAY,
    /** Saturday or Sunday. */
    WEEKEND,
    /** A day off by a notice. */
    HOLIDAY;

    public boolean isWorked() {
        return this == WORKING_DAY || this == SHIFTED_WORKDAY;
    }
}
