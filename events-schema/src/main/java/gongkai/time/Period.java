package gongkai.time;

/** How often a recurring limit comes round. */
public enum Period {
    MONTH,
    QUARTER,
    YEAR
}
