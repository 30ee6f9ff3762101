package gongkai.query.notice.rule;

import gongkai.event.Assignment;
import gongkai.event.TaskText;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The sentences, in the language of the units. */
final class Wording {

    private static final int SHORT = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.CHINA);

    private Wording() {}

    static String assigned(Assignment to, TaskText text, Optional<DueDate> due) {
        return "%s：新交办“%s”%s。"
                .formatted(
                        to.name(), shortOf(text), due.map(it -> "，" + until(it)).orElse(""));
    }

    static String dueSoon(Assignment to, TaskText text, DueDate due, int left) {
        var rest = Situation.isInHours(due) ? "" : left == 0 ? "，今天到期" : "，还剩%d个工作日".formatted(left);
        return "%s：“%s”%s%s。".formatted(to.name(), shortOf(text), until(due), rest);
    }

    static String breached(Assignment to, TaskText text, DueDate due) {
        return "%s：“%s”已逾期，期限为%s。".formatted(to.name(), shortOf(text), end(due));
    }

    static String cured(Assignment to, TaskText text, String why) {
        return "%s：“%s”%s，不再逾期。".formatted(to.name(), shortOf(text), why);
    }

    static String dueMoved(Assignment to, TaskText text, DueDate from, DueDate due) {
        return "%s：“%s”的期限由%s改为%s。".formatted(to.name(), shortOf(text), end(from), end(due));
    }

    static String needsAnswer(Assignment to, TaskText text) {
        return "%s：“%s”有待定问题，请答复。".formatted(to.name(), shortOf(text));
    }

    static String withdrawn(Notice it) {
        return "撤回：" + it.title();
    }

    private static String until(DueDate due) {
        return end(due) + "前完成";
    }

    private static String end(DueDate due) {
        return due.at().map(Wording::moment).orElseGet(() -> day(due.on()));
    }

    private static String day(LocalDate it) {
        return DAY.format(it);
    }

    private static String moment(Instant it) {
        return MOMENT.format(ChinaTime.at(it));
    }

    /** Whole characters only: a sign outside the basic plane is not cut in two. */
    private static String shortOf(TaskText text) {
        var content = TaskText.oneLine(text.content());
        return content.codePointCount(0, content.length()) <= SHORT
                ? content
                : content.substring(0, content.offsetByCodePoints(0, SHORT)) + "…";
    }
}
