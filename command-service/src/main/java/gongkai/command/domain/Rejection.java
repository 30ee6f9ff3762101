package gongkai.command.domain;

/** The closed set of refusals, each of one of three kinds. */
public enum Rejection {
    JURISDICTION_UNKNOWN(Kind.UNKNOWN),
    OBLIGATION_UNKNOWN(Kind.UNKNOWN),
    PUBLICATION_UNKNOWN(Kind.UNKNOWN),
    CASE_UNKNOWN(Kind.UNKNOWN),
    PLAN_EXISTS(Kind.CONFLICT),
    YEAR_CONTRADICTS_TITLE(Kind.INVALID),
    UNIT_UNKNOWN(Kind.INVALID),
    UNIT_OF_ANOTHER_JURISDICTION(Kind.INVALID),
    CALENDAR_DAY_CONTRADICTORY(Kind.INVALID),
    IN_FUTURE(Kind.INVALID),
    FORMED_AFTER_PUBLICATION(Kind.INVALID),
    INTERPRETATION_BEFORE_PUBLICATION(Kind.INVALID),
    NO_CASES_HERE(Kind.INVALID),
    RESPONSE_BEFORE_CASE(Kind.INVALID);

    /** UNKNOWN: nothing by that id. CONFLICT: it stands already, otherwise. INVALID: it cannot be true. */
    public enum Kind {
        UNKNOWN,
        CONFLICT,
        INVALID
    }

    private final Kind kind;

    Rejection(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** @param detail what exactly is wrong and how to cure it, for the person who asked */
    public Rejected because(String detail) {
        return new Rejected(this, detail);
    }
}
