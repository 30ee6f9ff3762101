package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Unclear;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads 完成时限: what is certain as it stands; all else is asked about. */
final class TimeLimitReader {

    private static final Pattern ONGOING = Pattern.compile("适时");
    private static final Pattern END_OF_MONTH = Pattern.compile("(1[0-2]|[1-9])月底前");
    private static final Pattern AFTER_ACCEPTANCE = Pattern.compile("(受理)之日起([1-9]\\d?)个工作日内?");

    private TimeLimitReader() {}

    /** @param year of the plan, for dates that name none */
    static Read<TimeLimit> read(String raw, int year, String cell) {
        var words = Words.joined(raw);
        if (words.isEmpty()) {
            return new Read<>(
                    new Unclear(raw),
                    List.of(Findings.of(FindingCode.CELL_BLANK, cell, "完成时限为空，且不在合并单元格内。", "请填写完成时限。")));
        }
        return certain(words, year)
                .map(it -> new Read<>(it, List.of()))
                .orElseGet(() -> new Read<>(
                        new Unclear(words),
                        List.of(Findings.of(
                                FindingCode.TIME_LIMIT_UNCLEAR,
                                cell,
                                "“" + words + "”不能确定为一个时限。",
                                "请指定截止日期、起算事件与天数，或确认为长期事项。"))));
    }

    private static Optional<TimeLimit> certain(String words, int year) {
        if (ONGOING.matcher(words).matches()) {
            return Optional.of(new Ongoing(words));
        }
        var endOfMonth = END_OF_MONTH.matcher(words);
        if (endOfMonth.matches()) {
            var month = YearMonth.of(year, Integer.parseInt(endOfMonth.group(1)));
            return Optional.of(new FixedDate(words, month.atEndOfMonth()));
        }
        var afterAcceptance = AFTER_ACCEPTANCE.matcher(words);
        if (afterAcceptance.matches()) {
            return Optional.of(new AfterTrigger(
                    words,
                    Integer.valueOf(afterAcceptance.group(2)),
                    CountingUnit.WORKING_DAYS,
                    afterAcceptance.group(1),
                    Optional.empty()));
        }
        return Optional.empty();
    }
}
