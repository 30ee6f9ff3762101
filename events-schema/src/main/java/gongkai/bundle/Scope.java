package gongkai.bundle;

/** Whose obligations a bundle speaks of: a county's 行政区划, a unit's 责任单位, or a single one 责任事项. */
public enum Scope {
    JURISDICTION,
    UNIT,
    OBLIGATION
}
