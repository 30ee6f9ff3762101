package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.Lasting;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that count from an event: “受理之日起5个工作日”, “批复后20日内”, “不超过48小时”. */
final class TriggerWords {

    private static final String AMOUNT = "(?<amount>\\d{1,4})个?(?<unit>工作日|自然日|小时|日|天|月|周|年)";

    private static final Pattern SINCE = Pattern.compile(
            "(?<trigger>.*?)(?:之日起?|当日起|日起|之时起|时起|起|之?后|以后)(?:的)?,?(?:在|于)?(?:不超过|不得超过|最迟)?" + AMOUNT + "(?<rest>.*)");
    private static final Pattern WITHIN_OF =
            Pattern.compile("(?<trigger>[^\\d]*?)" + AMOUNT + "(?:之内|以内|内)(?<rest>.*)");
    private static final Pattern AT_MOST = Pattern.compile("(?<trigger>.*?)(?:不超过|不得超过)" + AMOUNT + "(?<rest>.*)");
    private static final Pattern UTMOST = Pattern.compile(
            "[,(]?(?:特殊情况|复杂情况|情况复杂的)?,?(?:最长|最多|延长后?|总计)不?得?超过(?<most>\\d{1,4})个?(?:工作日|日|天|小时|月)\\)?");
    private static final Pattern PROLONGED =
            Pattern.compile("[,(]?[^,]*可(?:以)?(?:再|适当)?延长(?:不超过|至多)?(?<more>\\d{1,4})个?(?:工作日|日|天|小时|月)\\)?");
    private static final Pattern LASTING =
            Pattern.compile(".*公[示开布]期?(?:时间|期限)?(?:应当?)?(?:不少于|不得少于|不低于|为)" + AMOUNT + ".*");
    private static final Pattern BARE_LENGTH = Pattern.compile("\\d{1,4}个?(?:工作日|自然日|小时|日|天|月|周|年)");
    private static final Pattern NO_AMOUNT = Pattern.compile(".*(?:之?后|以后|之日起?|当日|当天)(?:及时|即|立即)?(?:公开|公布|公示|发布|完成)?");
    private static final Pattern LEAD_IN = Pattern.compile(".*(?:最迟在|应当?在|须在|应当?自|须自|自|从|在|于)(?=.)");
    private static final Pattern PUNCTUATION = Pattern.compile("^.*[,;:。]|[,;:。]$");

    private TriggerWords() {}

    static Optional<LimitReading> read(String words) {
        var lasting = LASTING.matcher(words);
        if (lasting.matches() && !words.contains("起")) {
            return Optional.of(LimitReading.certain(
                    new Lasting(words, amount(lasting), unit(lasting).orElse(CountingUnit.DAYS))));
        }
        if (BARE_LENGTH.matcher(words).matches()) {
            return Optional.of(LimitReading.unclear(words, "只写了时长：可指更新间隔、保留期，也可指从某事件起算的期限。"));
        }
        var utmost = UTMOST.matcher(words);
        var most = utmost.find() ? Optional.of(Integer.valueOf(utmost.group("most"))) : Optional.<Integer>empty();
        var more = PROLONGED.matcher(words);
        var longer = more.find() ? Optional.of(Integer.valueOf(more.group("more"))) : Optional.<Integer>empty();
        var base = PROLONGED.matcher(UTMOST.matcher(words).replaceFirst("")).replaceFirst("");
        var since = SINCE.matcher(base);
        if (since.matches() && unit(since).isPresent()) {
            return Optional.of(triggered(words, since, utmost(since, most, longer), true));
        }
        var within = WITHIN_OF.matcher(base);
        if (within.matches() && unit(within).isPresent()) {
            return Optional.of(triggered(
                    words,
                    within,
                    most,
                    !isCalendarDays(within) || trigger(within).isEmpty()));
        }
        var atMost = AT_MOST.matcher(base);
        if (atMost.matches() && unit(atMost).isPresent()) {
            return Optional.of(triggered(words, atMost, utmost(atMost, most, longer), true));
        }
        return NO_AMOUNT.matcher(words).matches()
                ? Optional.of(LimitReading.unclear(words, "没有写明多少日。"))
                : Optional.empty();
    }

    /** “最长不超过60个工作日” names the utmost itself, “可延长20个工作日” what comes on top. */
    private static Optional<Integer> utmost(Matcher it, Optional<Integer> most, Optional<Integer> longer) {
        return most.or(() -> longer.map(more -> amount(it) + more));
    }

    /** @param certain whether 日 can only mean days of the calendar, and the start is plain */
    private static LimitReading triggered(String words, Matcher it, Optional<Integer> most, boolean certain) {
        var trigger = trigger(it);
        var limit = new AfterTrigger(words, amount(it), unit(it).orElseThrow(), trigger, most);
        if (trigger.startsWith("受理")) {
            return LimitReading.askedAbout(
                    limit,
                    FindingCode.TRIGGER_TO_CONFIRM,
                    "“" + words + "”的“受理”可指收到、登记或认领；当日不计入（民法典第二百零一条）。舆情另有更严的规定（国办发〔2016〕61号）。",
                    "请确认“受理”以登记时刻为准。");
        }
        return certain ? LimitReading.certain(limit) : LimitReading.proposed(limit, "的“日”可指自然日或工作日，起算事件由谁登记也需确认。");
    }

    private static boolean isCalendarDays(MatchResult it) {
        return "日".equals(it.group("unit")) || "天".equals(it.group("unit"));
    }

    private static String trigger(Matcher it) {
        var words = PUNCTUATION.matcher(it.group("trigger")).replaceAll("");
        return LEAD_IN.matcher(words).replaceFirst("");
    }

    private static int amount(Matcher it) {
        int amount = Integer.parseInt(it.group("amount"));
        return "周".equals(it.group("unit")) ? amount * 7 : amount;
    }

    private static Optional<CountingUnit> unit(Matcher it) {
        return Integer.parseInt(it.group("amount")) == 0
                ? Optional.empty()
                : switch (it.group("unit")) {
                    case "工作日" -> Optional.of(CountingUnit.WORKING_DAYS);
                    case "自然日", "日", "天", "周" -> Optional.of(CountingUnit.DAYS);
                    case "小时" -> Optional.of(CountingUnit.HOURS);
                    case "月" -> Optional.of(CountingUnit.MONTHS);
                    default -> Optional.empty();
                };
    }
}
