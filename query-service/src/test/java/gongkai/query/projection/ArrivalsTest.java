package gongkai.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void who_waits_for_a_record_does_not_look_again_when_it_arrives_here() throws InterruptedException {
        var looks = new AtomicInteger();
        assertThat(arrivals.await(
                        7,
                        () -> {
                            arrivals.announce(List.of(6L, 7L));
                            return looks.incrementAndGet() > 1;
                        },
                        PATIENCE))
                .isTrue();
        assertThat(looks).hasValue(1);
    }

    @Test
    void what_arrives_during_a_look_is_not_missed() throws InterruptedException {
        var isThere = new AtomicBoolean();
        assertThat(arrivals.await(
                        () -> {
                            boolean before = isThere.getAndSet(true);
                            arrivals.announce(List.of(7L));
                            return before;
                        },
                        PATIENCE))
                .isTrue();
    }

    @Test
    void what_another_instance_brought_is_found_by_looking_again() throws InterruptedException {
        var looks = new AtomicInteger();
        assertThat(arrivals.await(7, () -> looks.incrementAndGet() == 3, PATIENCE))
                .isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void who_waits_in_vain_is_told_so() throws InterruptedException {
        arrivals.announce(List.of(7L));
        assertThat(arrivals.await(7, () -> false, NO_PATIENCE)).isFalse();
        assertThat(arrivals.await(() -> false, NO_PATIENCE)).isFalse();
    }
}
