package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.TimeLimit.Unclear;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads 完成时限: what is certain stands, what is likely is proposed, all else is asked about; a cell may hold two limits. */
final class TimeLimitReader {

    private static final Pattern STOPS = Pattern.compile("[;；。/]");
    private static final Pattern COMMAS = Pattern.compile("[,，]");
    private static final Pattern LIST_MARKS = Pattern.compile("、");
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern ENDING = Pattern.compile("[,，;；。、.]+$");

    private TimeLimitReader() {}

    /** @param year of the plan, for dates that name none */
    static List<LimitReading> read(String raw, int year) {
        var words = ENDING.matcher(Words.joined(raw)).replaceFirst("");
        if (words.isEmpty()) {
            return List.of(
                    LimitReading.askedAbout(new Unclear(raw), FindingCode.CELL_BLANK, "完成时限为空，且不在合并单元格内。", "请填写完成时限。"));
        }
        return several(STOPS, words, year)
                .or(() -> several(COMMAS, words, year))
                .or(() -> several(LIST_MARKS, words, year))
                .or(() -> one(words, year).map(List::of))
                .or(() -> several(LINES, raw.strip(), year))
                .orElseGet(() -> List.of(LimitReading.unclear(words, "不能确定为一个时限。")));
    }

    /** Two or more limits, if each part by itself reads as one. */
    private static Optional<List<LimitReading>> several(Pattern between, String words, int year) {
        var readings = Arrays.stream(between.split(words, -1))
                .map(Words::joined)
                .filter(it -> !it.isEmpty())
                .map(it -> one(it, year))
                .toList();
        return readings.size() > 1 && readings.stream().allMatch(Optional::isPresent)
                ? Optional.of(readings.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    /** The order matters: what comes round names dates too, and “会议结束后3日内” holds a day. */
    static Optional<LimitReading> one(String words, int year) {
        var figures = Words.figures(words);
        return PeriodWords.read(figures)
                .or(() -> DateWords.read(figures, year))
                .or(() -> TriggerWords.read(figures))
                .or(() -> OpenWords.read(figures))
                .map(it -> it.quoting(words, figures));
    }
}
