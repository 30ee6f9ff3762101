package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.Period;
import gongkai.time.TimeLimit.Recurring;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for what comes round: “每月10日前”, “每季度首月”, “每年1月底前”, “按月”, “定期”. */
final class PeriodWords {

    /** What may follow without changing the meaning: no second date hides in it. */
    private static final String REST = "(?:[^\\d]|1次)*";

    private static final Pattern YEARLY_DAY = Pattern.compile(
            "每年(?:的)?(?<month>\\d{1,2})月(?:份)?(?:(?<end>底前?|末前?|以?内)|(?<day>\\d{1,2})[日号](?<before>前|之前|以前)?)" + REST);
    private static final Pattern YEAR_END = Pattern.compile("每年(?:年|度)?(?:底|末)前?" + REST);
    private static final Pattern MONTHLY_DAY =
            Pattern.compile("每月(?:的)?(?<day>\\d{1,2})[日号](?<before>前|之前|以前)?" + REST);
    private static final Pattern PERIOD_END = Pattern.compile("每(?:个)?(?<every>月|季度?)(?:月|季度?)?(?:底前?|末前?)" + REST);
    private static final Pattern QUARTER_MONTH =
            Pattern.compile("每(?:个)?季度?(?<which>首|第1个?|第2个?|第3个?|末|最后1个?)月(?:的)?(?:(?<day>\\d{1,2})[日号]前?)?" + REST);
    private static final Pattern BARE = Pattern.compile("(?:每(?:个)?(?<each>月|季度?|年)|(?:按|逐)(?<by>月|季度?|年)).*");
    private static final Pattern NO_SUCH_PERIOD = Pattern.compile("(?:每|按|逐)(?:半年|周|星期|旬|日|天|两月|2个?月|半月|工作日).*|隔月.*");
    private static final Pattern UNSTATED = Pattern.compile("(?:不)?定期.*");

    private static final List<WordForm> FORMS = List.of(
            new WordForm(NO_SUCH_PERIOD, it -> unstated(it, "不是按月、按季度或按年的周期。")),
            new WordForm(UNSTATED, it -> unstated(it, "没有写明多久一次。")),
            new WordForm(YEARLY_DAY, PeriodWords::yearly),
            new WordForm(YEAR_END, it -> certain(it, Period.YEAR, Optional.empty(), Optional.empty())),
            new WordForm(MONTHLY_DAY, it -> day(it, Period.MONTH, Optional.empty())),
            new WordForm(QUARTER_MONTH, PeriodWords::quarterMonth),
            new WordForm(
                    PERIOD_END, it -> certain(it, periodOf(it.group("every")), Optional.empty(), Optional.empty())),
            new WordForm(BARE, PeriodWords::bare));

    private PeriodWords() {}

    static Optional<LimitReading> read(String words) {
        return WordForm.first(FORMS, words);
    }

    private static LimitReading unstated(Matcher it, String why) {
        return LimitReading.unclear(it.group(), FindingCode.FREQUENCY_UNSTATED, why, "请确定频次（每月、每季度或每年）和每期截止日。");
    }

    private static LimitReading yearly(Matcher it) {
        var month = Optional.of(number(it, "month"));
        if (month.get() < 1 || month.get() > 12) {
            return LimitReading.unclear(it.group(), "不是日历上的日期。");
        }
        return it.group("end") != null
                ? certain(it, Period.YEAR, Optional.empty(), month)
                : day(it, Period.YEAR, month);
    }

    private static LimitReading day(Matcher it, Period every, Optional<Integer> month) {
        var day = Optional.of(number(it, "day"));
        if (day.get() < 1 || day.get() > 31) {
            return LimitReading.unclear(it.group(), "不是日历上的日期。");
        }
        return it.group("before") == null
                ? certain(it, every, day, month)
                : proposed(it, every, day, month, "未写明是否含当日。");
    }

    private static LimitReading quarterMonth(Matcher it) {
        var which = it.group("which");
        int month = which.startsWith("首") || which.contains("第1") ? 1 : which.contains("2") ? 2 : 3;
        var day = Optional.ofNullable(it.group("day")).map(Integer::valueOf);
        return proposed(it, Period.QUARTER, day, Optional.of(month), "没有写明报告哪一季度，截止日也需确认。");
    }

    private static LimitReading bare(Matcher it) {
        var every = it.group("each") == null ? it.group("by") : it.group("each");
        return proposed(it, periodOf(every), Optional.empty(), Optional.empty(), "没有写明每期截止日，也没有写明从哪一期起。");
    }

    private static Period periodOf(String word) {
        return switch (word) {
            case "月" -> Period.MONTH;
            case "年" -> Period.YEAR;
            default -> Period.QUARTER;
        };
    }

    private static int number(Matcher it, String group) {
        return Integer.parseInt(it.group(group));
    }

    private static LimitReading certain(Matcher it, Period every, Optional<Integer> day, Optional<Integer> month) {
        return LimitReading.certain(new Recurring(it.group(), every, day, month, Optional.empty()));
    }

    private static LimitReading proposed(
            Matcher it, Period every, Optional<Integer> day, Optional<Integer> month, String doubt) {
        return LimitReading.proposed(new Recurring(it.group(), every, day, month, Optional.empty()), doubt);
    }
}
