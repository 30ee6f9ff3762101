package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Window;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words without a date or amount: “适时”, “及时”, “寒暑假期”, “春节前”, “按规定时限”. */
final class OpenWords {

    private static final Pattern ONGOING =
            Pattern.compile("适时.*|全年.*|长期坚持.*|长期推进|长期公开|持续.*|常态化.*|日常.*|经常性.*|贯穿全年|常年.*");
    private static final Pattern LONG_TERM = Pattern.compile("长期(?:有效|保留)?");
    private static final Pattern PROMPT = Pattern.compile(".*(?:及时|第一时间|实时|即时|立即|随时|尽快|抓紧|动态).*");
    private static final Pattern HOLIDAY = Pattern.compile(".*(?:春节|国庆|元旦|五一|劳动节|清明|端午|中秋|节日|两节)(?:节|期间)?(?:之|以)?前.*");
    private static final Pattern WINDOW = Pattern.compile(".*(?:寒暑假|寒假|暑假|假期|期间).*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:按|依|根据|参照).*(?:时限|规定|要求|时间|法定|通知|部署).*|法定时限.*|另行通知|待定");

    private OpenWords() {}

    static Optional<LimitReading> read(String words) {
        if (ONGOING.matcher(words).matches()) {
            return Optional.of(LimitReading.certain(new Ongoing(words)));
        }
        if (LONG_TERM.matcher(words).matches()) {
            return Optional.of(LimitReading.proposed(new Ongoing(words), "可指长期事项，也可指公开内容的保留期。"));
        }
        if (HOLIDAY.matcher(words).matches()) {
            return Optional.of(LimitReading.unclear(
                    words, FindingCode.TIME_LIMIT_UNCLEAR, "取决于当年的放假通知。", "请指定日期；惯例为法定放假首日前的最后一个工作日。"));
        }
        if (WINDOW.matcher(words).matches()) {
            return Optional.of(LimitReading.askedAbout(
                    new Window(words, Optional.empty(), Optional.empty()),
                    FindingCode.WINDOW_DATES_MISSING,
                    "“" + words + "”的起止日期不在法定日历中；有几个窗口、每个窗口各一次还是任一次，也没有写明。",
                    "请给出每个窗口的起止日期（WINDOW 的 from 与 to）。"));
        }
        if (ELSEWHERE.matcher(words).matches()) {
            return Optional.of(LimitReading.unclear(words, "指向未写明的规定。"));
        }
        if (PROMPT.matcher(words).matches()) {
            return Optional.of(LimitReading.askedAbout(
                    new Ongoing(words),
                    FindingCode.TIME_LIMIT_TO_CONFIRM,
                    "“" + words + "”没有固定天数，暂按长期事项处理，只统计静默。",
                    "如需期限，请给出天数；政府信息的法定期限为形成或变更之日起20个工作日（条例第二十六条）。"));
        }
        return Optional.empty();
    }
}
