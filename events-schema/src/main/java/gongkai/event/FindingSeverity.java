package gongkai.event;

/** ERROR stops the import, QUESTION leaves a rule or a unit open, NOTE only informs. */
public enum FindingSeverity {
    ERROR,
    QUESTION,
    NOTE
}
