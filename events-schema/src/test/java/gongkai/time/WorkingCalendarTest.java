package gongkai.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2019 had two notices: the second made 1–4 May a holiday, and 28 April and 5 May working days. */
class WorkingCalendarTest {

    private static final WorkingCalendar FIRST_NOTICE = WorkingCalendar.WEEKENDS_ONLY.with(new HolidayArrangement(
            2019, "国办发明电〔2018〕15号", LocalDate.parse("2018-12-04"), Set.of(LocalDate.parse("2019-05-01")), Set.of()));
    private static final WorkingCalendar SECOND_NOTICE = FIRST_NOTICE.with(new HolidayArrangement(
            2019,
            "国办发明电〔2019〕3号",
            LocalDate.parse("2019-03-22"),
            Set.of(
                    LocalDate.parse("2019-05-01"),
                    LocalDate.parse("2019-05-02"),
                    LocalDate.parse("2019-05-03"),
                    LocalDate.parse("2019-05-04")),
            Set.of(LocalDate.parse("2019-04-28"), LocalDate.parse("2019-05-05"))));

    @ParameterizedTest
    @CsvSource({"2019-04-24, 5, 2019-05-02", "2019-04-30, 1, 2019-05-02", "2019-05-02, 2, 2019-05-06"})
    void before_the_second_notice_only_the_first_of_may_is_off(LocalDate start, int amount, LocalDate due) {
        assertThat(FIRST_NOTICE
                        .count(ChinaTime.startOf(start), amount, CountingUnit.WORKING_DAYS)
                        .on())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-24, 5, 2019-04-30",
        "2019-04-26, 1, 2019-04-28",
        "2019-04-30, 1, 2019-05-05",
        "2019-05-04, 2, 2019-05-06"
    })
    void after_the_second_notice_the_shifted_sundays_are_worked(LocalDate start, int amount, LocalDate due) {
        assertThat(SECOND_NOTICE
                        .count(ChinaTime.startOf(start), amount, CountingUnit.WORKING_DAYS)
                        .on())
                .isEqualTo(due);
    }

    @Test
    void the_day_on_which_a_limit_starts_is_not_counted() {
        var monday = LocalDate.parse("2019-06-10");
        assertThat(SECOND_NOTICE
                        .count(ChinaTime.startOf(monday), 1, CountingUnit.WORKING_DAYS)
                        .on())
                .isEqualTo("2019-06-11");
        assertThat(SECOND_NOTICE
                        .count(ChinaTime.startOf(monday), 3, CountingUnit.DAYS)
                        .on())
                .isEqualTo("2019-06-13");
    }

    @Test
    void a_later_notice_replaces_the_earlier_one_of_its_year() {
        assertThat(SECOND_NOTICE.arrangements().values())
                .extracting(HolidayArrangement::notice)
                .containsExactly("国办发明电〔2019〕3号");
    }

    @Test
    void working_days_counted_past_the_last_published_year_are_provisional() {
        var lateDecember = ChinaTime.startOf(LocalDate.parse("2019-12-30"));
        assertThat(SECOND_NOTICE
                        .count(lateDecember, 1, CountingUnit.WORKING_DAYS)
                        .provisional())
                .isFalse();
        assertThat(SECOND_NOTICE
                        .count(lateDecember, 2, CountingUnit.WORKING_DAYS)
                        .provisional())
                .isTrue();
        assertThat(SECOND_NOTICE.count(lateDecember, 20, CountingUnit.DAYS).provisional())
                .isFalse();
    }

    @Test
    void working_days_between_agrees_with_counting_on_every_day_of_the_year() {
        LocalDate.parse("2019-01-01").datesUntil(LocalDate.parse("2020-01-01")).forEach(start -> {
            for (int amount = 1; amount <= 25; amount++) {
                var due = SECOND_NOTICE.count(ChinaTime.startOf(start), amount, CountingUnit.WORKING_DAYS);
                assertThat(SECOND_NOTICE.workingDaysBetween(start, due.on())).isEqualTo(amount);
                assertThat(SECOND_NOTICE.isWorkingDay(due.on())).isTrue();
            }
        });
    }

    @Test
    void there_is_no_working_day_between_a_day_and_an_earlier_one() {
        assertThat(SECOND_NOTICE.workingDaysBetween(LocalDate.parse("2019-05-06"), LocalDate.parse("2019-05-06")))
                .isZero();
        assertThat(SECOND_NOTICE.workingDaysBetween(LocalDate.parse("2019-05-06"), LocalDate.parse("2019-04-01")))
                .isZero();
    }
}
