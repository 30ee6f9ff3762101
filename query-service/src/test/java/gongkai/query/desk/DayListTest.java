package gongkai.query.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayListTest {

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void days_are_read_as_they_stand_in_a_notice_or_a_list() {
        assertThat(DayList.read("5月1日（星期三）至4日，2019-06-07、9月13日\n2018年12月30日至2019年1月1日", 2019))
                .isEqualTo(DayList.read(
                        "2018-12-30 2018-12-31 2019-01-01 2019-05-01 2019-05-02 2019-05-03 2019-05-04 2019-06-07 2019-09-13",
                        2019));
        assertThat(DayList.read("4月30日至5月2日", 2019).days())
                .containsExactly(day("2019-04-30"), day("2019-05-01"), day("2019-05-02"));
        assertThat(DayList.read(" ，\n", 2019)).isEqualTo(DayList.read("", 2019));
    }

    @Test
    void what_is_no_day_is_named_and_never_guessed() {
        assertThat(DayList.read("5月32日 星期三 7 5月4日至1日 2019-02-29 5月1日", 2019).odd())
                .containsExactly("5月32日", "星期三", "7", "5月4日至1日", "2019-02-29");
        assertThat(DayList.read("1月1日至12月31日", 2019).days()).isEmpty();
    }

    @Test
    void the_text_of_days_reads_back_as_the_same_days() {
        var days = DayList.read("5月1日至4日", 2019).days();
        assertThat(DayList.read(DayList.text(days), 2030).days()).isEqualTo(days);
    }
}
