package gongkai.event;

/** How a unit takes part in a task: LEAD 牵头, COOPERATING 配合. */
public enum Role {
    LEAD,
    COOPERATING
}
