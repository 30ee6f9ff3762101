package gongkai.command.ledger.commit;

import java.time.Instant;

/**
 * Where the log ends.
 *
 * @param size how many positions are taken
 * @param recordedAt of the newest record; what follows is not recorded earlier, whatever the clock says
 */
public record LogEnd(long size, Instant recordedAt) {}
