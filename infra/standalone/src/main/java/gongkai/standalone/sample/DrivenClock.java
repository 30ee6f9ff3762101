package gongkai.standalone.sample;

import gongkai.time.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one business clock while a year is told: it runs on like any clock, and may be moved forward, never back. */
public final class DrivenClock extends Clock {
    private volatile Duration ahead;

    public DrivenClock(Instant start) {
        ahead = Duration.between(Instant.now(), start);
    }

    /** Does nothing when it is later already. */
    void moveTo(Instant moment) {
        Instant now = Instant.now();
        if (moment.isAfter(now.plus(ahead))) {
            ahead = Duration.between(now, moment);
        }
    }

    /** How far it is from the system's. */
    public Duration ahead() {
        return ahead;
    }

    /** To the microsecond that the ledger keeps. */
    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ChinaTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("business time is Asia/Shanghai");
    }
}
