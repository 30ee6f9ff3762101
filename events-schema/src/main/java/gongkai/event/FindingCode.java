package gongkai.event;

/** The closed list of questions that a reading may raise, each with how much it stops. */
public enum FindingCode {
    /** The wording of a time limit has no certain reading. */
    TIME_LIMIT_UNCLEAR(Topic.RULES, FindingSeverity.QUESTION),
    /** A likely reading of a time limit is proposed, and counts only once a person has adopted it. */
    TIME_LIMIT_TO_CONFIRM(Topic.RULES, FindingSeverity.QUESTION),
    /** What starts the clock could mean more than one thing (受理: registered, received or taken on). */
    TRIGGER_TO_CONFIRM(Topic.RULES, FindingSeverity.QUESTION),
    /** “寒暑假期”: the dates stand in no law and must be given. */
    WINDOW_DATES_MISSING(Topic.RULES, FindingSeverity.QUESTION),
    /** “定期”: how often is not said. */
    FREQUENCY_UNSTATED(Topic.RULES, FindingSeverity.QUESTION),
    /** The day had passed when the plan was issued. */
    TIME_LIMIT_PAST(Topic.RULES, FindingSeverity.NOTE),
    /** The content holds a rule of its own, which counts only once a person has adopted it. */
    RULE_PROPOSED(Topic.RULES, FindingSeverity.QUESTION),
    /** “开展1次”: exactly, or at least. */
    QUOTA_TO_CONFIRM(Topic.RULES, FindingSeverity.QUESTION),
    /** A cell that is not part of a merged one is empty. */
    CELL_BLANK(Topic.TEXT, FindingSeverity.QUESTION),
    /** A blank was taken for a continuation, in a format that has no merge marks. */
    CELL_INFERRED(Topic.TEXT, FindingSeverity.NOTE),
    /** The plan's issue date 印发日期 is not known. */
    ISSUE_DATE_MISSING(Topic.TEXT, FindingSeverity.QUESTION),
    /** A unit named in the table is not in the register. */
    UNIT_UNKNOWN(Topic.UNITS, FindingSeverity.ERROR),
    /** A unit is named by what it was called before a reform. */
    UNIT_RENAMED(Topic.UNITS, FindingSeverity.QUESTION),
    /** “有关部门” names nobody. */
    UNITS_UNNAMED(Topic.UNITS, FindingSeverity.QUESTION),
    /** “等部门” leaves open who else takes part. */
    UNITS_OPEN(Topic.UNITS, FindingSeverity.QUESTION),
    /** Who belongs to “各部门” is for the register to say, and for a person to confirm. */
    CLASS_MEMBERS(Topic.UNITS, FindingSeverity.QUESTION),
    /** A class such as 直属机构 has no member in the register. */
    CLASS_EMPTY(Topic.UNITS, FindingSeverity.NOTE),
    /** “谁起草谁解读”: the unit comes with each document. */
    UNITS_BY_DOCUMENT(Topic.UNITS, FindingSeverity.NOTE),
    /** Units cooperate 配合, but nobody leads. */
    LEAD_MISSING(Topic.UNITS, FindingSeverity.QUESTION),
    /** “分别牵头”: which part is whose is not said. */
    PARTS_UNDIVIDED(Topic.UNITS, FindingSeverity.NOTE),
    /** The content names another actor than 责任单位. */
    CONTENT_NAMES_OTHERS(Topic.UNITS, FindingSeverity.QUESTION),
    /** Probably a slip of the pen. */
    WORDING_DOUBTFUL(Topic.TEXT, FindingSeverity.NOTE);

    /** What an answer to the question is about. */
    public enum Topic {
        UNITS,
        RULES,
        TEXT
    }

    private final Topic topic;
    private final FindingSeverity severity;

    FindingCode(Topic topic, FindingSeverity severity) {
        this.topic = topic;
        this.severity = severity;
    }

    public Topic topic() {
        return topic;
    }

    public FindingSeverity severity() {
        return severity;
    }
}
