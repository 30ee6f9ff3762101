package gongkai.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * Why a partition cannot go on. Going on would be a lie, so it stands here until the ledger itself gives what is missing.
 *
 * @param ledger whose next record should have come; absent when the message does not tell
 * @param expected the leaf that should have come
 * @param forged whether the message itself is refused, so that it is left behind once the ledger has given what is true
 */
public record Obstacle(Message at, @Nullable String ledger, long expected, boolean forged, String reason) {

    @Override
    public String toString() {
        return at.name() + ": " + reason;
    }
}
