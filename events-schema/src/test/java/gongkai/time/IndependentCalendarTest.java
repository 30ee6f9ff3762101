package gongkai.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts once more, in another way and from another transcription of the notices (NateScarlet/holiday-cn, see
 * {@code holidays/README.md}): a sorted set of all working days, of which the n-th after the start is the last day.
 */
class IndependentCalendarTest {

    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static final NavigableSet<LocalDate> WORKED = workingDays();

    private static NavigableSet<LocalDate> workingDays() {
        Map<LocalDate, Boolean> off = new HashMap<>();
        for (int year = 2018; year <= 2026; year++) {
            try (var json = Objects.requireNonNull(
                    IndependentCalendarTest.class.getResourceAsStream("/holidays/" + year + ".json"))) {
                JsonMapper.shared()
                        .readTree(json)
                        .get("days")
                        .forEach(day -> off.put(
                                LocalDate.parse(day.get("date").asString()),
                                day.get("isOffDay").asBoolean()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var worked = new TreeSet<LocalDate>();
        FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> !off.getOrDefault(day, isWeekend(day)))
                .forEach(worked::add);
        return worked;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void every_day_of_nine_years_is_worked_or_not_as_the_other_transcription_says() {
        var calendar = StateCouncilNotices.calendarOn(TODAY);
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(day -> assertThat(calendar.isWorkingDay(day))
                        .as(day.toString())
                        .isEqualTo(WORKED.contains(day)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 15, 20, 40})
    void every_count_from_every_day_agrees_and_its_explanation_comes_to_the_same_day(int amount) {
        var calendar = StateCouncilNotices.calendarOn(TODAY);
        FIRST.datesUntil(LAST.minusDays(70)).forEach(start -> {
            var expected = WORKED.tailSet(start, false).stream()
                    .skip(amount - 1L)
                    .findFirst()
                    .orElseThrow();
            var explained = calendar.explain(ChinaTime.startOf(start), amount, CountingUnit.WORKING_DAYS);
            assertThat(explained.due()).as("%s + %d", start, amount).isEqualTo(DueDate.on(expected, false));
            assertThat(explained.days().stream().filter(Explanation.CountedDay::counted))
                    .hasSize(amount);
            assertThat(explained.days().getLast().on()).isEqualTo(expected);
        });
    }

    @Test
    void sixty_random_cases_of_2019_agree() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var calendar = StateCouncilNotices.calendarOn(LocalDate.parse("2019-03-22"));
        for (int i = 0; i < 60; i++) {
            var accepted = Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            int amount = 1 + random.nextInt(30);
            var expected = WORKED.tailSet(ChinaTime.dateOf(accepted), false).stream()
                    .skip(amount - 1L)
                    .findFirst()
                    .orElseThrow();
            assertThat(calendar.count(accepted, amount, CountingUnit.WORKING_DAYS)
                            .on())
                    .as("seed %d: %s + %d", seed, accepted, amount)
                    .isEqualTo(expected);
        }
    }

    /** What was known on the day: the first notice alone, the second, the extension of the Spring Festival of 2020. */
    @ParameterizedTest
    @CsvSource({
        "2019-03-21, 2019-04-24, 5, 2019-05-02",
        "2019-03-22, 2019-04-24, 5, 2019-04-30",
        "2019-03-22, 2019-04-30, 1, 2019-05-05",
        "2020-01-25, 2020-01-23, 3, 2020-02-03",
        "2020-01-26, 2020-01-23, 3, 2020-02-05"
    })
    void a_count_knows_the_notices_of_its_day(LocalDate known, LocalDate start, int amount, LocalDate due) {
        assertThat(StateCouncilNotices.calendarOn(known)
                        .count(ChinaTime.startOf(start), amount, CountingUnit.WORKING_DAYS)
                        .on())
                .isEqualTo(due);
    }

    @Test
    void a_day_of_late_december_belongs_to_the_next_years_notice() {
        assertThat(StateCouncilNotices.calendarOn(LocalDate.parse("2018-12-06"))
                        .reasonOf(LocalDate.parse("2018-12-29")))
                .isEqualTo(DayReason.SHIFTED_WORKDAY);
        assertThat(StateCouncilNotices.calendarOn(LocalDate.parse("2018-11-30"))
                        .reasonOf(LocalDate.parse("2018-12-29")))
                .isEqualTo(DayReason.WEEKEND);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-31, 1, 2019-02-28",
        "2020-01-31, 1, 2020-02-29",
        "2020-02-29, 12, 2021-02-28",
        "2019-03-15, 1, 2019-04-15"
    })
    void months_end_on_the_day_of_the_same_number_or_the_last(LocalDate start, int amount, LocalDate due) {
        var calendar = StateCouncilNotices.calendarOn(TODAY);
        assertThat(calendar.count(ChinaTime.startOf(start), amount, CountingUnit.MONTHS)
                        .on())
                .isEqualTo(due);
    }

    @Test
    void hours_run_day_and_night_holidays_included() {
        var calendar = StateCouncilNotices.calendarOn(TODAY);
        assertThat(calendar.count(Instant.parse("2019-04-30T10:00:00Z"), 48, CountingUnit.HOURS))
                .isEqualTo(DueDate.at(Instant.parse("2019-05-02T10:00:00Z")));
    }

    @Test
    void past_the_last_published_year_a_count_of_working_days_is_provisional() {
        var calendar = StateCouncilNotices.calendarOn(TODAY);
        var december = ChinaTime.startOf(LocalDate.parse("2026-12-25"));
        assertThat(calendar.count(december, 3, CountingUnit.WORKING_DAYS).provisional())
                .isFalse();
        assertThat(calendar.count(december, 6, CountingUnit.WORKING_DAYS).provisional())
                .isTrue();
        assertThat(calendar.count(december, 30, CountingUnit.DAYS).provisional())
                .isFalse();
    }
}
