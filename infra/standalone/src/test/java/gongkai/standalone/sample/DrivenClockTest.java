package gongkai.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DrivenClockTest {
    private static final Instant START = Instant.parse("2019-03-15T01:00:00Z");
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final DrivenClock clock = new DrivenClock(START);

    @Test
    void runsOnFromItsStart() {
        assertThat(clock.instant()).isBetween(START, START.plus(A_WHILE));
    }

    @Test
    void isMovedForward() {
        Instant later = START.plus(Duration.ofDays(30));
        clock.moveTo(later);
        assertThat(clock.instant()).isBetween(later, later.plus(A_WHILE));
    }

    @Test
    void isNeverMovedBack() {
        clock.moveTo(START.minus(Duration.ofDays(30)));
        assertThat(clock.instant()).isBetween(START, START.plus(A_WHILE));
    }
}
