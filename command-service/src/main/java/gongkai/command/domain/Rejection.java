package gongkai.command.domain;

/** The closed set of refusals. */
public enum Rejection {
    JURISDICTION_UNKNOWN,
    OBLIGATION_UNKNOWN,
    PUBLICATION_UNKNOWN,
    CASE_UNKNOWN,
    PLAN_EXISTS,
    YEAR_CONTRADICTS_TITLE,
    UNIT_UNKNOWN,
    UNIT_OF_ANOTHER_JURISDICTION,
    CALENDAR_DAY_CONTRADICTORY,
    IN_FUTURE,
    FORMED_AFTER_PUBLICATION,
    INTERPRETATION_BEFORE_PUBLICATION,
    NO_CASES_HERE,
    RESPONSE_BEFORE_CASE;

    /** @param detail what exactly is wrong and how to cure it, for the person who asked */
    public Rejected because(String detail) {
        return new Rejected(this, detail);
    }
}
