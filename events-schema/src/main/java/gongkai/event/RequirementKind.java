package gongkai.event;

/** PUBLICATION 公开, INTERPRETATION 解读, RESPONSE 回应, ACTIVITY 活动 (shown by the publication that reports it). */
public enum RequirementKind {
    PUBLICATION,
    INTERPRETATION,
    RESPONSE,
    ACTIVITY
}
