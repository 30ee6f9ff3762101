package gongkai.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDateTest {

    private static final DueDate END_OF_APRIL = DueDate.on(LocalDate.parse("2019-04-30"), false);

    @Test
    void a_day_limit_ends_with_that_day_in_china() {
        assertThat(END_OF_APRIL.isMetAt(Instant.parse("2019-04-30T15:59:59.999999Z")))
                .isTrue();
        assertThat(END_OF_APRIL.isMetAt(Instant.parse("2019-04-30T16:00:00Z"))).isFalse();
    }

    @Test
    void a_limit_in_hours_ends_with_its_last_moment() {
        var due = DueDate.at(Instant.parse("2019-04-30T16:30:00Z"));
        assertThat(due.on()).isEqualTo("2019-05-01");
        assertThat(due.isMetAt(Instant.parse("2019-04-30T16:30:00Z"))).isTrue();
        assertThat(due.isMetAt(Instant.parse("2019-04-30T16:30:00.000001Z"))).isFalse();
    }

    @Test
    void the_last_moment_of_a_day_is_the_microsecond_before_the_next() {
        assertThat(ChinaTime.lastMomentOf(LocalDate.parse("2019-04-30")))
                .isEqualTo(Instant.parse("2019-04-30T15:59:59.999999Z"));
    }
}
