package gongkai.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Measurement run(int round, double perSecond, double foreignCores) {
        return new Measurement("t", "c", round, 8, perSecond, 1, 2, 3, 4, foreignCores);
    }

    @Test
    void runs_are_compared_within_their_round_and_the_median_ratio_counts() {
        var one = List.of(run(1, 100, 0), run(2, 400, 0), run(3, 900, 0));
        var other = List.of(run(3, 100, 0), run(1, 100, 0), run(2, 100, 0));
        var comparison = Comparison.of(one, other, Measurement::perSecond);
        assertThat(comparison.ratios()).containsExactly(1.0, 4.0, 9.0);
        assertThat(comparison.median()).isEqualTo(4);
        assertThat(comparison).hasToString("4.00 (1.00–9.00)");
    }

    @Test
    void a_round_in_which_either_was_disturbed_is_left_out_and_counted() {
        var one = List.of(run(1, 100, 0), run(2, 400, 0.3));
        var other = List.of(run(1, 50, 0), run(2, 100, 0));
        var comparison = Comparison.of(one, other, Measurement::perSecond);
        assertThat(comparison.ratios()).containsExactly(2.0);
        assertThat(comparison.disturbed()).isEqualTo(1);
    }

    @Test
    void when_every_round_was_disturbed_they_are_used_and_marked() {
        var comparison = Comparison.of(List.of(run(1, 100, 1)), List.of(run(1, 50, 0)), Measurement::perSecond);
        assertThat(comparison).hasToString("2.00 (2.00–2.00)*");
    }

    @Test
    void as_many_spoilt_rounds_as_good_ones_are_no_reason_for_a_mark() {
        var one = List.of(run(1, 100, 0), run(2, 400, 0.3));
        assertThat(Comparison.of(one, List.of(run(1, 50, 0), run(2, 100, 0)), Measurement::perSecond))
                .hasToString("2.00 (2.00–2.00)");
    }

    @Test
    void of_an_even_number_the_median_lies_between_the_middle_two() {
        assertThat(Comparison.median(java.util.stream.DoubleStream.of(4, 1, 3, 2)))
                .isEqualTo(2.5);
    }

    @Test
    void the_mean_latency_follows_from_littles_law() {
        assertThat(run(1, 4_000, 0).meanMillis()).isEqualTo(2);
    }
}
