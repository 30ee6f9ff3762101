package gongkai.status;

import java.time.Instant;

/**
 * The two times of a question.
 *
 * @param at the moment in the world that is asked about
 * @param known the last position of the log that may be used for the answer; -1: nothing was known
 */
public record AsOf(Instant at, long known) {}
