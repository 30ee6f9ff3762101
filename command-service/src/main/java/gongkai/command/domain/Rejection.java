package gongkai.command.domain;

/** The closed set of refusals. */
public enum Rejection {
    JURISDICTION_UNKNOWN,
    PLAN_UNKNOWN,
    TASK_UNKNOWN,
    OBLIGATION_UNKNOWN,
    PUBLICATION_UNKNOWN,
    CASE_UNKNOWN,
    PERSON_ERASED,
    OCCURRENCE_UNKNOWN,
    EVIDENCE_UNKNOWN,
    FINDING_UNKNOWN,
    PLAN_EXISTS,
    YEAR_CONTRADICTS_TITLE,
    CLARIFICATION_EMPTY,
    UNIT_UNKNOWN,
    UNIT_OF_ANOTHER_JURISDICTION,
    CALENDAR_DAY_CONTRADICTORY,
    CALENDAR_DAY_OUTSIDE,
    CALENDAR_SUPERSEDED,
    POSITION_OUTSIDE,
    IN_FUTURE,
    FORMED_AFTER_PUBLICATION,
    INTERPRETATION_BEFORE_PUBLICATION,
    NO_CASES_HERE,
    TRIGGER_AMBIGUOUS,
    RESPONSE_BEFORE_CASE,
    ALREADY_SO,
    EXTENSION_NOT_LATER,
    EXTENSION_TOO_LONG,
    NOTHING_TO_REVIEW,
    NOT_YET_CLOSABLE;

    /** @param detail what exactly is wrong and how to cure it, for the person who asked */
    public Rejected because(String detail) {
        return new Rejected(this, detail);
    }
}
