package gongkai.query.notice.rule;

/** What a notice 通知 tells a unit. */
public enum NoticeKind {
    /** It owes something new 交办. */
    ASSIGNED,
    /** An end is near 临期: five, three, one working days before; at once for a limit in hours. */
    DUE_SOON,
    /** An end has passed without qualifying evidence 逾期. */
    BREACHED,
    /** A lateness has ended, by evidence, extension or waiver 销号. */
    CURED,
    /** An end was moved 改期. */
    DUE_MOVED,
    /** Nobody can say what is owed until a person answers a question 待答. */
    NEEDS_ANSWER,
    /** An earlier notice no longer holds 撤回. */
    WITHDRAWN
}
