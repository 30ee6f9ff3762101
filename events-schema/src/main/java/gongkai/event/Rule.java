package gongkai.event;

import gongkai.time.TimeLimit;

/**
 * 要求: what must be done, by when.
 *
 * @param source the cell that the rule was read from
 * @param adopted false while it is only proposed
 */
public record Rule(Requirement requirement, TimeLimit timeLimit, RuleSource source, Boolean adopted) {}
