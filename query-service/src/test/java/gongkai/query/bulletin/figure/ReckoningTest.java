package gongkai.query.bulletin.figure;

import static gongkai.query.bulletin.figure.Given.assigned;
import static gongkai.query.bulletin.figure.Given.by;
import static gongkai.query.bulletin.figure.Given.rule;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Basis;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.status.Slip;
import gongkai.time.TimeLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one obligation adds to a month's bulletin; the plan was taken in on 1 March. */
class ReckoningTest {

    private static final String MARCH = "2019-03-01T09:00";
    private static final String END_OF_APRIL = "2019-04-30T23:59:59.999999";
    private static final String END_OF_MAY = "2019-05-31T23:59:59.999999";

    private static List<Figure> figures(Reckoning it) {
        return it.entries().stream().map(Entry::figure).toList();
    }

    @Test
    void what_fell_due_in_the_month_is_done_cured_late_or_still_to_come() {
        assertThat(figures(assigned(MARCH, by("2019-05-10"))
                        .published("2019-05-10T23:59")
                        .reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.DONE);
        assertThat(figures(assigned(MARCH, by("2019-05-10"))
                        .published("2019-05-11T00:00")
                        .reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.CURED);
        assertThat(figures(assigned(MARCH, by("2019-05-10")).reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.LATE);
        assertThat(figures(assigned(MARCH, by("2019-05-31")).reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.PENDING);
    }

    @Test
    void what_fell_due_earlier_is_carried_over_until_it_is_cured_and_not_beyond_that_month() {
        var open = assigned(MARCH, by("2019-04-10"));
        assertThat(figures(open.reckoned("2019-05", END_OF_MAY))).containsExactly(Figure.CARRIED_LATE);
        var cured = assigned(MARCH, by("2019-04-10")).published("2019-05-06T09:00");
        assertThat(figures(cured.reckoned("2019-05", END_OF_MAY))).containsExactly(Figure.CARRIED_CURED);
        assertThat(figures(cured.reckoned("2019-06", "2019-06-30T09:00"))).isEmpty();
        assertThat(figures(cured.reckoned("2019-04", END_OF_APRIL))).containsExactly(Figure.LATE);
    }

    @Test
    void what_falls_due_later_and_what_is_waived_counts_for_nothing() {
        assertThat(figures(assigned(MARCH, by("2019-10-31")).reckoned("2019-05", END_OF_MAY)))
                .isEmpty();
        assertThat(figures(assigned(MARCH, by("2019-05-10"))
                        .and(new ObligationWaived(new Basis("撤销", "县政府办"), Given.at("2019-05-20T09:00")))
                        .reckoned("2019-05", END_OF_MAY)))
                .isEmpty();
    }

    @Test
    void silence_and_open_questions_are_told_beside_what_is_due() {
        assertThat(figures(
                        assigned(MARCH, rule(new TimeLimit.Ongoing("适时"), true)).reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.SILENT);
        assertThat(figures(assigned(MARCH, by("2019-05-10"), rule(new TimeLimit.Unclear("定期"), true))
                        .reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.LATE, Figure.BLOCKED);
        assertThat(figures(assigned(MARCH, rule(new TimeLimit.FixedDate("前", LocalDate.parse("2019-05-10")), false))
                        .reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.BLOCKED);
        assertThat(figures(assigned(MARCH, rule(new TimeLimit.Window("暑假", Optional.empty(), Optional.empty()), true))
                        .reckoned("2019-05", END_OF_MAY)))
                .containsExactly(Figure.BLOCKED);
    }

    @Test
    void late_under_a_rule_that_was_in_force_is_the_unit_s_own_fault() {
        assertThat(assigned(MARCH, by("2019-05-10"))
                        .reckoned("2019-05", END_OF_MAY)
                        .entries())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.fault()).contains(Fault.OWN);
                    assertThat(it.workingDaysLate()).isEqualTo(15);
                    assertThat(it.slip()).contains(Slip.RED);
                });
        assertThat(assigned(MARCH, rule(new TimeLimit.Unclear("尽快"), true))
                        .answered("2019-05-10T18:00", by("2019-05-10"))
                        .reckoned("2019-05", END_OF_MAY)
                        .entries())
                .extracting(Entry::fault)
                .containsExactly(Optional.of(Fault.OWN));
    }

    @Test
    void late_under_a_rule_that_was_answered_only_after_its_end_is_not() {
        assertThat(assigned(MARCH, rule(new TimeLimit.Unclear("尽快"), true))
                        .answered("2019-05-11T00:00", by("2019-05-10"))
                        .reckoned("2019-05", END_OF_MAY)
                        .entries())
                .extracting(Entry::fault)
                .containsExactly(Optional.of(Fault.QUESTION));
    }

    @Test
    void a_unit_that_an_answer_named_only_after_the_end_is_not_at_fault_but_one_that_the_table_named_is() {
        assertThat(assigned("2019-05-20T09:00", by("2019-05-10"))
                        .reckoned("2019-05", END_OF_MAY)
                        .entries())
                .extracting(Entry::fault)
                .containsExactly(Optional.of(Fault.QUESTION));
        assertThat(assigned(MARCH, by("2019-02-20"))
                        .reckoned("2019-05", END_OF_MAY)
                        .entries())
                .extracting(Entry::fault)
                .containsExactly(Optional.of(Fault.OWN));
    }

    @Test
    void an_entry_names_the_positions_of_all_events_that_had_happened_by_then_and_of_later_answers() {
        var it = assigned(MARCH, rule(new TimeLimit.Unclear("尽快"), true))
                .published("2019-05-10T09:00")
                .published("2019-06-10T09:00")
                .answered("2019-06-11T09:00", by("2019-05-10"));
        assertThat(it.reckoned("2019-05", END_OF_MAY).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.figure()).isEqualTo(Figure.DONE);
            assertThat(entry.positions()).containsExactly(0L, 1L, 3L);
        });
    }

    @Test
    void the_second_lamp_is_counted_in_the_same_way_and_apart() {
        var formedInApril = assigned(MARCH, rule(new TimeLimit.Ongoing("适时"), true))
                .published("2019-05-20T09:00", Optional.of(LocalDate.parse("2019-04-10")));
        assertThat(formedInApril.reckoned("2019-05", END_OF_MAY).entries()).isEmpty();
        assertThat(formedInApril.reckoned("2019-05", END_OF_MAY).statutory())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.figure()).isEqualTo(Figure.CURED);
                    assertThat(it.article()).contains("政府信息公开条例（2007年）第十八条");
                    assertThat(it.slip()).isEmpty();
                });
    }
}
