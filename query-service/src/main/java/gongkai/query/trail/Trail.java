package gongkai.query.trail;

import gongkai.query.asof.AnsweredAsOf;
import java.util.List;
import java.util.Optional;

/**
 * A part of a trail.
 *
 * @param size how many leaves the county's ledger had by what was known; proofs lead to the tree of that size
 * @param next where the rest begins; empty at the end
 */
public record Trail(TrailScope scope, List<TrailEntry> entries, long size, Optional<Long> next, AnsweredAsOf asOf) {}
