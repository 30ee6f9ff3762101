package gongkai.command.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitReaderTest {

    private static final String CELL = "第4行·完成时限";

    @ParameterizedTest
    @CsvSource({"4月底前, 2019-04-30", "10月底前, 2019-10-31", "2月底前, 2019-02-28", "12月底前, 2019-12-31"})
    void an_end_of_month_is_its_last_day_in_the_year_of_the_plan(String words, LocalDate due) {
        assertThat(TimeLimitReader.read(words, 2019, CELL).value()).isEqualTo(new TimeLimit.FixedDate(words, due));
    }

    @Test
    void the_line_breaks_of_a_narrow_column_do_not_count() {
        assertThat(TimeLimitReader.read("4月\n底前", 2020, CELL).value())
                .isEqualTo(new TimeLimit.FixedDate("4月底前", LocalDate.parse("2020-04-30")));
    }

    @Test
    void five_working_days_from_acceptance_count_from_each_case() {
        assertThat(TimeLimitReader.read("受理之日起5个工作日", 2019, CELL).value())
                .isEqualTo(new TimeLimit.AfterTrigger(
                        "受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", java.util.Optional.empty()));
    }

    @Test
    void as_appropriate_is_ongoing() {
        assertThat(TimeLimitReader.read("适时", 2019, CELL).value()).isEqualTo(new TimeLimit.Ongoing("适时"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"寒暑假期", "13月底前", "0月底前", "4月底前和10月底前", "及时", "每月公开一次", "适时，及时", "受理之日起5日"})
    void what_is_not_certain_is_asked_about_with_its_words_and_cell(String words) {
        var read = TimeLimitReader.read(words, 2019, CELL);
        assertThat(read.value()).isEqualTo(new TimeLimit.Unclear(words));
        assertThat(read.findings())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(FindingCode.TIME_LIMIT_UNCLEAR))
                .satisfies(it -> assertThat(it.message()).contains(words))
                .extracting(Finding::cell)
                .isEqualTo(CELL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "　"})
    void an_empty_cell_that_nothing_is_merged_into_is_asked_about(String blank) {
        var read = TimeLimitReader.read(blank, 2019, CELL);
        assertThat(read.value()).isInstanceOf(TimeLimit.Unclear.class);
        assertThat(read.findings()).extracting(Finding::code).containsExactly(FindingCode.CELL_BLANK);
    }
}
