package gongkai.standalone.sample;

import gongkai.time.ChinaTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Lets a year pass. The clock goes from one moment at which something happens to the next, and no further before all that
 * was written is shown and all notices that it brings are out, so that they are told as they would have been.
 */
record Telling(CountyApi county, DrivenClock clock, NoticeWatch notices) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param told the newest record of a telling that was cut short; what was done by then is not done again */
    void tell(SortedMap<LocalDateTime, Deed> deeds, Instant told, Instant end)
            throws InterruptedException, SQLException {
        for (Map.Entry<LocalDateTime, Deed> each : deeds.entrySet()) {
            Instant when = each.getKey().atZone(ChinaTime.ZONE).toInstant();
            if (when.isAfter(told)) {
                passTo(when);
                each.getValue().carryOut(county);
            }
        }
        passTo(end);
        settle();
    }

    private void passTo(Instant moment) throws InterruptedException, SQLException {
        if (!ChinaTime.dateOf(moment).equals(ChinaTime.dateOf(clock.instant()))) {
            settle();
            Optional<Instant> turn = notices.nextLook();
            while (turn.filter(moment::isAfter).isPresent()) {
                clock.moveTo(turn.get());
                settle();
                turn = notices.nextLook();
            }
        }
        clock.moveTo(moment);
    }

    private void settle() throws InterruptedException, SQLException {
        county.awaitShown();
        long begin = System.nanoTime();
        while (notices.nextLook().filter(it -> !it.isAfter(clock.instant())).isPresent()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "notices were not looked at within " + PATIENCE + " at " + ChinaTime.at(clock.instant()));
            }
            Thread.sleep(5);
        }
    }
}
