package gongkai.status;

import gongkai.time.DueDate;
import java.util.Optional;

/**
 * What a board shows of one obligation at a moment.
 *
 * @param unit whose it is
 * @param nextDue the next end that is still owed
 */
public record Look(String unit, Status status, Optional<DueDate> nextDue, Lateness lateness) {}
