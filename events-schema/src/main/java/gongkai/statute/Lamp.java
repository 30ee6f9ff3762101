package gongkai.statute;

import gongkai.status.Occurrence;
import gongkai.status.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * The second lamp: how an obligation stands under a statute.
 *
 * @param occurrence what the statute's clock ran for; empty while nothing has started it
 * @param triggeredAt when that clock started
 */
public record Lamp(Statute statute, Optional<Occurrence> occurrence, Optional<Instant> triggeredAt, Status status) {}
