package gongkai.query.trail.change;

/** What an event can change, with what its values look like. */
public enum Trait {
    /** 名称 of a county or a unit. */
    NAME,
    /** A unit's kind: TOWN, DEPARTMENT, AGENCY. */
    KIND,
    /** A unit's aliases 别名. */
    ALIASES,
    /** The notice 放假通知 that a year is counted by. */
    CALENDAR,
    /** How many bulletins 通报 a month has. */
    BULLETINS,
    /** 表题. */
    TITLE,
    /** 印发日期, a day. */
    ISSUED_ON,
    /** A plan's source document, by the SHA-256 of its bytes. */
    DOCUMENT,
    /** How many questions 待定问题 wait for an answer. */
    QUESTIONS,
    /** All who take part in a task. */
    UNITS,
    /** Place in the table, from 1. */
    ROW,
    DIRECTORY,
    CATEGORY,
    CONTENT,
    RESPONSIBILITY,
    TIME_LIMIT,
    /** The time limits that count, in the table's words, with the days that were read from them. */
    RULES,
    /** 责任单位 of an obligation. */
    UNIT,
    /** LEAD, COOPERATING. */
    ROLE,
    /** As it was shown when the event was recorded: the same moment without it, and with it. */
    STATUS,
    /** The last day, or moment, that is in time, of each due instance. */
    DUE,
    /** How many pieces of evidence count. */
    EVIDENCE,
    /** 签收, a moment. */
    ACKNOWLEDGED,
    /** The newest review: ACCEPTED, RETURNED. */
    REVIEW,
    /** 销号, a moment. */
    CLOSED
}
