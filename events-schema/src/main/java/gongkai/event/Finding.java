package gongkai.event;

/**
 * 待定问题: what a reading could not settle; a person answers it.
 *
 * @param cell where it stands: {@code 第12行·完成时限}, rows counted as tasks are
 * @param suggestion what the person can do about it
 */
public record Finding(FindingCode code, FindingSeverity severity, String cell, String message, String suggestion) {}
