package gongkai.status;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import gongkai.time.HolidayArrangement;
import gongkai.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder of slips, for a thing due by 30 April 2019 in a year whose May holiday lasted from 1 to 4 May. */
class SlipTest {

    private static final LocalDate DUE = LocalDate.parse("2019-04-30");
    private static final StatusRule RULE = new StatusRule(WorkingCalendar.WEEKENDS_ONLY.with(new HolidayArrangement(
            2019,
            "国办发明电〔2019〕3号",
            LocalDate.parse("2019-03-22"),
            Set.of(
                    LocalDate.parse("2019-05-01"),
                    LocalDate.parse("2019-05-02"),
                    LocalDate.parse("2019-05-03"),
                    LocalDate.parse("2019-05-04")),
            Set.of(LocalDate.parse("2019-04-28"), LocalDate.parse("2019-05-05")))));

    private static Occurrence occurrence(int quota, String... evidence) {
        var due = DueDate.on(DUE, false);
        return new Occurrence(
                "once",
                0,
                Instant.MIN,
                due,
                due,
                evidence.length > 0,
                quota,
                List.of(evidence).stream().map(SlipTest::at).toList());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChinaTime.ZONE).toInstant();
    }

    @ParameterizedTest(name = "nothing recorded, at {0}: {1}, {2} working days late")
    @CsvSource({
        "2019-04-22T23:59,       , 0",
        "2019-04-24T00:00, BLUE  , 0",
        "2019-04-30T23:59, BLUE  , 0",
        "2019-05-01T00:00, YELLOW, 0",
        "2019-05-05T09:00, YELLOW, 1",
        "2019-05-06T09:00, YELLOW, 2",
        "2019-05-15T23:59, YELLOW, 9",
        "2019-05-16T00:00, RED   , 10",
        "2020-01-01T00:00, RED   , 174",
    })
    void blue_while_it_is_due_soon_yellow_from_the_first_late_day_red_from_ten_working_days(
            String local, Slip slip, int workingDaysLate) {
        var it = occurrence(1);
        assertThat(Slip.of(it, at(local), RULE)).isEqualTo(Optional.ofNullable(slip));
        assertThat(Slip.workingDaysLate(it, at(local), RULE.calendar())).isEqualTo(workingDaysLate);
    }

    @Test
    void what_has_begun_gets_no_blue_slip_but_a_yellow_one_once_it_is_late() {
        var half = occurrence(2, "2019-04-20T09:00");
        assertThat(Slip.of(half, at("2019-04-29T09:00"), RULE)).isEmpty();
        assertThat(Slip.of(half, at("2019-05-01T09:00"), RULE)).contains(Slip.YELLOW);
    }

    @Test
    void what_is_done_gets_none_however_late_it_was() {
        assertThat(Slip.of(occurrence(1, "2019-04-30T23:59"), at("2019-06-30T09:00"), RULE))
                .isEmpty();
        var late = occurrence(1, "2019-05-16T09:00");
        assertThat(Slip.of(late, at("2019-06-30T09:00"), RULE)).isEmpty();
        assertThat(Slip.workingDaysLate(late, at("2019-06-30T09:00"), RULE.calendar()))
                .isEqualTo(10);
    }
}
