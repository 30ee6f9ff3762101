package gongkai.command.importing.reading;

import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for a day: “4月底前”, “2019年3月31日前”, “5月中旬”, “第三季度内”, “年底前”. “以内” includes the day itself
 * (民法典 art. 1259); a bare “前” behind a day does not say whether it does.
 */
final class DateWords {

    private static final String YEAR = "(?:(?<year>20\\d{2})年)?";
    private static final String WITHIN = "(?:底前?|底以前|底之前|末前?|以?内|之内)";
    private static final String TAIL = "(?:,?(?:完成|公开|公布|公示|发布|报送|上报|办结|到位|落实|截止|完毕|一次)+)?";

    private static final Pattern MONTH_END = whole(YEAR + "(?<month>\\d{1,2})月份?" + WITHIN);
    private static final Pattern DAY =
            whole(YEAR + "(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号](?<how>前|之前|以前|\\(含\\)前?|前\\(含当?日?\\)|以?内|之内|止|)");
    private static final Pattern NUMERIC =
            whole("(?:(?<year>20\\d{2})[-./])?(?<month>\\d{1,2})[-./](?<day>\\d{1,2})日?(?<how>前|之前|以前|以?内|止|)");
    private static final Pattern TEN_DAYS =
            whole(YEAR + "(?<month>\\d{1,2})月份?(?<third>[上中下])旬(?<how>前|之前|以前|末前?|底前?|以?内|)");
    private static final Pattern YEAR_END =
            whole("(?:(?<year>20\\d{2})年度?|当年|本年度?|今年|年度?)(?:年?底前?|年?底以前|年?末前?|以?内|之内)");
    private static final Pattern QUARTER = whole(YEAR + "第?(?<quarter>[1-4])季度(?<how>底前?|以?内|之内|末前?|前|之前|以前|)");
    private static final Pattern HALF = whole(YEAR + "(?<half>[上下])半年(?<how>底前?|末前?|以?内|前|)");
    private static final Pattern MONTH = whole(YEAR + "(?<month>\\d{1,2})月份?(?<how>前|之前|以前|)");
    private static final Pattern DAYS_FROM_TO = whole(YEAR
            + "(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]?(?:至|到|-|—|–|~)(?:(?<month2>\\d{1,2})月)?(?<day2>\\d{1,2})[日号]");
    private static final Pattern MONTHS_FROM_TO =
            whole(YEAR + "(?<month>\\d{1,2})月?份?(?:至|到|-|—|–|~)(?<month2>\\d{1,2})月份?(?:底前?|期间)?");

    private final String words;
    private final int planYear;

    private DateWords(String words, int planYear) {
        this.words = words;
        this.planYear = planYear;
    }

    private static Pattern whole(String regex) {
        return Pattern.compile("(?:于|在|应于|须于|最迟于?)?" + regex + TAIL);
    }

    /** @param planYear for words that name no year */
    static Optional<LimitReading> read(String words, int planYear) {
        try {
            return new DateWords(words, planYear).read();
        } catch (DateTimeException _) {
            return Optional.of(LimitReading.unclear(words, "不是日历上的日期。"));
        }
    }

    private Optional<LimitReading> read() {
        return WordForm.first(
                List.of(
                        new WordForm(MONTH_END, it -> certain(month(it).atEndOfMonth())),
                        new WordForm(DAY, this::day),
                        new WordForm(NUMERIC, this::numeric),
                        new WordForm(TEN_DAYS, this::tenDays),
                        new WordForm(YEAR_END, it -> certain(LocalDate.of(year(it), 12, 31))),
                        new WordForm(QUARTER, this::quarter),
                        new WordForm(HALF, this::half),
                        new WordForm(DAYS_FROM_TO, this::fromDayToDay),
                        new WordForm(MONTHS_FROM_TO, this::fromMonthToMonth),
                        new WordForm(MONTH, this::monthAlone)),
                words);
    }

    private LimitReading numeric(Matcher it) {
        return it.group("year") == null ? proposed(date(it, "month", "day"), "可指日期，也可指别的数字；是否含当日也未写明。") : day(it);
    }

    private LimitReading tenDays(Matcher it) {
        var end = thirdOf(month(it), it.group("third"));
        return before(it) ? proposed(end, "可指该旬之前，也可指该旬结束前。") : certain(end);
    }

    private LimitReading fromDayToDay(Matcher it) {
        var sameMonth = it.group("month2") == null;
        return window(date(it, "month", "day"), date(it, sameMonth ? "month" : "month2", "day2"));
    }

    private LimitReading fromMonthToMonth(Matcher it) {
        return window(
                month(it).atDay(1), YearMonth.of(year(it), number(it, "month2")).atEndOfMonth());
    }

    private LimitReading monthAlone(Matcher it) {
        return before(it)
                ? LimitReading.unclear(words, "可指该月之前，也可指该月底前。")
                : proposed(month(it).atEndOfMonth(), "可指该月内的窗口，也可指该月底截止。");
    }

    private LimitReading day(Matcher it) {
        var day = date(it, "month", "day");
        return before(it) && it.group("year") == null ? proposed(day, "未写明是否含当日。") : certain(day);
    }

    private LimitReading quarter(Matcher it) {
        var end = YearMonth.of(year(it), number(it, "quarter") * 3).atEndOfMonth();
        var how = String.valueOf(it.group("how"));
        if (before(it)) {
            return LimitReading.unclear(words, "可指该季度开始之前，也可指该季度结束之前。");
        }
        return how.startsWith("底") || how.endsWith("内") ? certain(end) : proposed(end, "可指该季度最后一日，也可指该季度内的窗口。");
    }

    private LimitReading half(Matcher it) {
        var year = year(it);
        var first = "上".equals(it.group("half"));
        var end = first ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
        var how = String.valueOf(it.group("how"));
        if (how.startsWith("底") || how.startsWith("末")) {
            return certain(end);
        }
        if (before(it)) {
            return LimitReading.unclear(words, "可指半年开始之前，也可指半年结束之前。");
        }
        return first
                ? proposed(end, "可指截止日，也可指1月至6月的窗口。")
                : LimitReading.proposed(
                        new Window(words, Optional.of(LocalDate.of(year, 7, 1)), Optional.of(end)), "可指窗口，也可指年底截止。");
    }

    private LimitReading window(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? LimitReading.unclear(words, "的止日早于起日。")
                : LimitReading.certain(new Window(words, Optional.of(from), Optional.of(to)));
    }

    private static boolean before(Matcher it) {
        return "前".equals(it.group("how")) || "之前".equals(it.group("how")) || "以前".equals(it.group("how"));
    }

    private static LocalDate thirdOf(YearMonth month, String third) {
        return switch (third) {
            case "上" -> month.atDay(10);
            case "中" -> month.atDay(20);
            default -> month.atEndOfMonth();
        };
    }

    private LocalDate date(Matcher it, String month, String day) {
        return MonthDay.of(number(it, month), number(it, day)).isValidYear(year(it))
                ? LocalDate.of(year(it), number(it, month), number(it, day))
                : invalid();
    }

    private static LocalDate invalid() {
        throw new DateTimeException("no such day");
    }

    private YearMonth month(Matcher it) {
        return YearMonth.of(year(it), number(it, "month"));
    }

    private int year(Matcher it) {
        var named = it.group("year");
        return named == null ? planYear : Integer.parseInt(named);
    }

    private static int number(Matcher it, String group) {
        return Integer.parseInt(it.group(group));
    }

    private LimitReading certain(LocalDate day) {
        return LimitReading.certain(fixed(day));
    }

    private LimitReading proposed(LocalDate day, String doubt) {
        return LimitReading.proposed(fixed(day), doubt);
    }

    private TimeLimit fixed(LocalDate day) {
        return new FixedDate(words, day);
    }
}
