package gongkai.status;

/** What an obligation looks like. The order is that of attention: of several rules, the first named one is shown. */
public enum Status {
    /** A due moment has passed without qualifying evidence 逾期. */
    OVERDUE,
    /** Five working days or fewer are left 临期. */
    DUE_SOON,
    /** A question is open; never green, never red 待定. */
    UNCLEAR,
    /** Begun: a part of the quota is there, or a case is being handled 进行中. */
    IN_PROGRESS,
    /** Nothing yet, and time is left 未开始. */
    NOT_STARTED,
    /** Nothing has happened yet that would start the clock 待触发. */
    AWAITING_TRIGGER,
    /** An ongoing duty with no sign of life lately 静默. */
    ONGOING_SILENT,
    /** Done, after its time 逾期完成. */
    FULFILLED_LATE,
    /** Done in time 按期完成. */
    FULFILLED,
    /** An ongoing duty with recent evidence 持续公开. */
    ONGOING_ACTIVE,
    /** Nobody expects it any more 免除. */
    WAIVED
}
