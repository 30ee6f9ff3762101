package gongkai.event;

/** That a unit takes part in a task; {@code name} as the register had it on the day. */
public record Assignment(String unit, String name, Role role) {}
