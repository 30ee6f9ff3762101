package gongkai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.bench.harness.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimsTest {

    private static Measurement run(String contender, int round, double perSecond, double cpu, double foreignCores) {
        return new Measurement("t", contender, round, 256, perSecond, 1, 2, cpu, 0, foreignCores);
    }

    private static Outcome atNewStreams(Measurement... runs) {
        return new Outcome(
                Discipline.NEW.title + ", 600 bytes", 256, List.of("Gongkai", "stock Axon JDBC"), List.of(runs));
    }

    @Test
    void an_aim_is_met_or_missed_by_the_median_ratio() {
        var outcome = atNewStreams(run("Gongkai", 1, 600, 10, 0), run("stock Axon JDBC", 1, 100, 50, 0));
        assertThat(new Aims(List.of(outcome)).all()).extracting(Aims.Aim::met).containsExactly(true, false);
    }

    @Test
    void what_was_not_measured_is_no_aim_met() {
        assertThat(new Aims(List.of()).all()).isEmpty();
    }

    @Test
    void a_disturbed_run_is_not_in_the_median() {
        var outcome = atNewStreams(run("Gongkai", 1, 600, 10, 0), run("Gongkai", 2, 100, 10, 0.26));
        assertThat(outcome.median("Gongkai", Measurement::perSecond)).isEqualTo(600);
        assertThat(outcome.disturbed("Gongkai")).isEqualTo(1);
    }
}
