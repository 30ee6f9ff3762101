package gongkai.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The State Council's holiday notices of 2018 to 2026, each as it stood when issued; a later notice for a year replaces
 * the earlier one. 2019 and 2020 had two.
 */
public final class StateCouncilNotices {

    private static final List<HolidayArrangement> ALL = List.of(
            notice(
                    2018,
                    "国务院办公厅关于2018年部分节假日安排的通知（国办发明电〔2017〕12号）",
                    "2017-11-30",
                    "2018-01-01 2018-02-15..2018-02-21 2018-04-05..2018-04-07 2018-04-29..2018-05-01 2018-06-18 2018-09-24 2018-10-01..2018-10-07",
                    "2018-02-11 2018-02-24 2018-04-08 2018-04-28 2018-09-29..2018-09-30"),
            notice(
                    2019,
                    "国务院办公厅关于2019年部分节假日安排的通知（国办发明电〔2018〕15号）",
                    "2018-12-04",
                    "2018-12-30..2019-01-01 2019-02-04..2019-02-10 2019-04-05 2019-05-01 2019-06-07 2019-09-13 2019-10-01..2019-10-07",
                    "2018-12-29 2019-02-02..2019-02-03 2019-09-29 2019-10-12"),
            notice(
                    2019,
                    "国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）",
                    "2019-03-22",
                    "2018-12-30..2019-01-01 2019-02-04..2019-02-10 2019-04-05 2019-05-01..2019-05-04 2019-06-07 2019-09-13 2019-10-01..2019-10-07",
                    "2018-12-29 2019-02-02..2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12"),
            notice(
                    2020,
                    "国务院办公厅关于2020年部分节假日安排的通知（国办发明电〔2019〕16号）",
                    "2019-11-21",
                    "2020-01-01 2020-01-24..2020-01-30 2020-04-04..2020-04-06 2020-05-01..2020-05-05 2020-06-25..2020-06-27 2020-10-01..2020-10-08",
                    "2020-01-19 2020-02-01 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10"),
            notice(
                    2020,
                    "国务院办公厅关于延长2020年春节假期的通知（国办发明电〔2020〕1号）",
                    "2020-01-26",
                    "2020-01-01 2020-01-24..2020-02-02 2020-04-04..2020-04-06 2020-05-01..2020-05-05 2020-06-25..2020-06-27 2020-10-01..2020-10-08",
                    "2020-01-19 2020-02-03 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10"),
            notice(
                    2021,
                    "国务院办公厅关于2021年部分节假日安排的通知（国办发明电〔2020〕27号）",
                    "2020-11-25",
                    "2021-01-01..2021-01-03 2021-02-11..2021-02-17 2021-04-03..2021-04-05 2021-05-01..2021-05-05 2021-06-12..2021-06-14 2021-09-19..2021-09-21 2021-10-01..2021-10-07",
                    "2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09"),
            notice(
                    2022,
                    "国务院办公厅关于2022年部分节假日安排的通知（国办发明电〔2021〕11号）",
                    "2021-10-25",
                    "2022-01-01..2022-01-03 2022-01-31..2022-02-06 2022-04-03..2022-04-05 2022-04-30..2022-05-04 2022-06-03..2022-06-05 2022-09-10..2022-09-12 2022-10-01..2022-10-07",
                    "2022-01-29..2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08..2022-10-09"),
            notice(
                    2023,
                    "国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）",
                    "2022-12-08",
                    "2022-12-31..2023-01-02 2023-01-21..2023-01-27 2023-04-05 2023-04-29..2023-05-03 2023-06-22..2023-06-24 2023-09-29..2023-10-06",
                    "2023-01-28..2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07..2023-10-08"),
            notice(
                    2024,
                    "国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）",
                    "2023-10-25",
                    "2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10 2024-09-15..2024-09-17 2024-10-01..2024-10-07",
                    "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12"),
            notice(
                    2025,
                    "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）",
                    "2024-11-12",
                    "2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08",
                    "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"),
            notice(
                    2026,
                    "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）",
                    "2025-11-04",
                    "2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07",
                    "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"));

    private StateCouncilNotices() {}

    /** All that had been issued by the end of that day in Asia/Shanghai, in the order in which they were issued. */
    public static List<HolidayArrangement> issuedBy(LocalDate day) {
        return ALL.stream().filter(it -> !it.issuedOn().isAfter(day)).toList();
    }

    /** What a country-wide calendar looked like on that day. */
    public static WorkingCalendar calendarOn(LocalDate day) {
        var calendar = WorkingCalendar.WEEKENDS_ONLY;
        for (var notice : issuedBy(day)) {
            calendar = calendar.with(notice);
        }
        return calendar;
    }

    /** @param holidays days and spells of days: {@code 2019-02-04..2019-02-10 2019-04-05} */
    private static HolidayArrangement notice(
            int year, String notice, String issuedOn, String holidays, String workdays) {
        return new HolidayArrangement(year, notice, LocalDate.parse(issuedOn), days(holidays), days(workdays));
    }

    private static Set<LocalDate> days(String spells) {
        return Arrays.stream(spells.split(" ", -1))
                .filter(spell -> !spell.isEmpty())
                .flatMap(StateCouncilNotices::spell)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> spell(String words) {
        int dots = words.indexOf("..");
        return dots < 0
                ? Stream.of(LocalDate.parse(words))
                : LocalDate.parse(words.substring(0, dots))
                        .datesUntil(LocalDate.parse(words.substring(dots + 2)).plusDays(1));
    }
}
