package gongkai.event;

/** The closed list of questions that a reading may raise, each with how much it stops. */
public enum FindingCode {
    /** The wording of a time limit has no certain reading. */
    TIME_LIMIT_UNCLEAR(FindingSeverity.QUESTION),
    /** A cell that is not part of a merged one is empty. */
    CELL_BLANK(FindingSeverity.QUESTION),
    /** The plan's issue date 印发日期 is not known. */
    ISSUE_DATE_MISSING(FindingSeverity.QUESTION),
    /** A unit named in the table is not in the register. */
    UNIT_UNKNOWN(FindingSeverity.ERROR),
    /** “有关部门” names nobody. */
    UNITS_UNNAMED(FindingSeverity.QUESTION),
    /** “等部门” leaves open who else takes part. */
    UNITS_OPEN(FindingSeverity.QUESTION),
    /** A class such as 直属机构 has no member in the register. */
    CLASS_EMPTY(FindingSeverity.NOTE),
    /** Units cooperate 配合, but nobody leads. */
    LEAD_MISSING(FindingSeverity.QUESTION);

    private final FindingSeverity severity;

    FindingCode(FindingSeverity severity) {
        this.severity = severity;
    }

    public FindingSeverity severity() {
        return severity;
    }
}
