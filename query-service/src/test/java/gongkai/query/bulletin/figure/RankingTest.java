package gongkai.query.bulletin.figure;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static Entry entry(Role role, Figure figure, Fault fault) {
        return new Entry(
                figure,
                "610926-2019-04-T01",
                "610926-T01",
                role,
                Optional.of("once"),
                Optional.empty(),
                0,
                Optional.of(fault),
                Optional.empty(),
                Optional.empty(),
                List.of(1L));
    }

    private static Entry led(Figure figure) {
        return entry(Role.LEAD, figure, Fault.OWN);
    }

    private static Tally tally(Entry... entries) {
        return new Tally(List.of(entries));
    }

    private static List<String> places(Role role, Map<String, Tally> units) {
        return Ranking.of(role, units).places().stream()
                .map(it -> it.place() + " " + it.unit())
                .toList();
    }

    @Test
    void fewest_late_first_then_fewest_cured_then_most_done() {
        assertThat(places(
                        Role.LEAD,
                        Map.of(
                                "late", tally(led(Figure.DONE), led(Figure.DONE), led(Figure.LATE)),
                                "carried", tally(led(Figure.DONE), led(Figure.CARRIED_LATE)),
                                "cured", tally(led(Figure.DONE), led(Figure.CURED)),
                                "done", tally(led(Figure.DONE)),
                                "busy", tally(led(Figure.DONE), led(Figure.DONE)))))
                .containsExactly("1 busy", "2 done", "3 cured", "4 late", "5 carried");
    }

    @Test
    void equal_units_share_a_place_and_the_next_one_is_left_out() {
        assertThat(places(
                        Role.LEAD,
                        Map.of(
                                "a",
                                tally(led(Figure.DONE)),
                                "b",
                                tally(led(Figure.DONE)),
                                "c",
                                tally(led(Figure.LATE)))))
                .containsExactly("1 a", "1 b", "3 c");
    }

    @Test
    void what_waited_for_an_answer_weighs_nothing() {
        assertThat(places(
                        Role.LEAD,
                        Map.of(
                                "asked", tally(led(Figure.DONE), entry(Role.LEAD, Figure.LATE, Fault.QUESTION)),
                                "late", tally(led(Figure.DONE), led(Figure.LATE)))))
                .containsExactly("1 asked", "2 late");
    }

    @Test
    void who_leads_and_who_cooperates_are_ranked_apart_and_who_owed_nothing_is_not_ranked() {
        var units = Map.of(
                "both", tally(led(Figure.DONE), entry(Role.COOPERATING, Figure.LATE, Fault.OWN)),
                "silent", tally(led(Figure.SILENT), led(Figure.BLOCKED)));
        assertThat(places(Role.LEAD, units)).containsExactly("1 both");
        assertThat(places(Role.COOPERATING, units)).containsExactly("1 both");
        assertThat(Ranking.of(Role.LEAD, units).places().getFirst().tally().ownLate())
                .isEmpty();
    }

    @Test
    void whatever_is_counted_the_four_parts_sum_to_what_was_due_and_each_late_one_is_somebody_s_or_nobody_s_fault() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var entries = new ArrayList<Entry>();
            for (int n = random.nextInt(20); n > 0; n--) {
                entries.add(entry(Role.LEAD, oneOf(Figure.values(), random), oneOf(Fault.values(), random)));
            }
            var tally = new Tally(entries);
            assertThat(Figure.DUE.stream().mapToInt(it -> tally.of(it).size()).sum())
                    .as("seed %d", seed)
                    .isEqualTo(tally.due().size());
            assertThat(tally.ownLate().size() + tally.blockedLate().size())
                    .as("seed %d", seed)
                    .isEqualTo(tally.late().size());
            assertThat(Arrays.stream(Figure.values())
                            .mapToInt(it -> tally.of(it).size())
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(entries.size());
        }
    }

    private static <T> T oneOf(T[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
