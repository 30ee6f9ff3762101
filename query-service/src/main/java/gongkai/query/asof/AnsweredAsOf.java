package gongkai.query.asof;

import gongkai.status.AsOf;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What an answer speaks of.
 *
 * @param at the moment in the world
 * @param known the moment by which it had been recorded
 * @param position the last position that the answer uses; -1: nothing
 */
public record AnsweredAsOf(OffsetDateTime at, OffsetDateTime known, long position) {

    static AnsweredAsOf of(Instant at, Instant known, long position) {
        return new AnsweredAsOf(ChinaTime.at(at), ChinaTime.at(known), position);
    }

    public AsOf asOf() {
        return new AsOf(at.toInstant(), position);
    }
}
