package gongkai.event;

/** The cell that a rule was read from: 完成时限 or 公开内容. */
public enum RuleSource {
    DEADLINE,
    CONTENT
}
