package gongkai.query.desk;

import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.http.rule.TimeLimitAnswer;
import gongkai.http.rule.TimeLimitAnswer.Kind;
import gongkai.query.dashboard.Words;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.desk.command.ReadPlan.Change;
import gongkai.query.desk.form.Message;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words that only the desk needs, in the language of the page. */
@Component("deskWording")
public class DeskWording {

    private final Words words;
    private final MessageSource messages;

    DeskWording(Words words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    public String of(Requirement it) {
        return words.of(it);
    }

    public String of(RequirementKind it) {
        return words.of(it);
    }

    public String of(Channel it) {
        return say("desk.channel." + it);
    }

    public String of(NoticeKind it) {
        return say("desk.notice." + it);
    }

    public String of(Change.Kind it) {
        return say("desk.change." + it);
    }

    /** A column by its name in the API. */
    public String column(String field) {
        return say("desk.col." + field);
    }

    public String of(Kind it) {
        return say("desk.limit." + it);
    }

    public String of(CountingUnit it) {
        return say("desk.unit." + it);
    }

    public String of(Period it) {
        return say("desk.every." + it);
    }

    /** A limit in one phrase: 自“受理”起5个工作日内. */
    public String of(TimeLimitAnswer it) {
        return switch (it.kind()) {
            case FIXED_DATE -> say("desk.phrase.by", it.dueOn().map(words::day).orElse("？"));
            case AFTER_TRIGGER ->
                say(
                                "desk.phrase.after",
                                it.trigger()
                                        .filter(event -> !event.isEmpty())
                                        .orElseGet(() -> say("desk.phrase.event")),
                                amount(it))
                        + it.atMost()
                                .map(most -> say("desk.phrase.atMost", most))
                                .orElse("");
            case RECURRING ->
                it.every().map(this::of).orElse("")
                        + it.month()
                                .map(month -> say("desk.phrase.month", month))
                                .orElse("")
                        + it.day().map(day -> say("desk.phrase.day", day)).orElseGet(() -> say("desk.phrase.end"));
            case WINDOW ->
                say(
                        "desk.phrase.window",
                        it.from().map(words::day).orElseGet(() -> say("desk.phrase.from")),
                        it.to().map(words::day).orElseGet(() -> say("desk.phrase.to")));
            case LASTING -> say("desk.phrase.lasting", amount(it));
            case ONGOING -> say("desk.phrase.ongoing");
            case UNCLEAR -> say("desk.phrase.unclear");
        };
    }

    private String amount(TimeLimitAnswer it) {
        var amount = it.amount().map(String::valueOf).orElse("？");
        return it.unit()
                .map(unit -> say("desk.phrase.amount", amount, counted(unit)))
                .orElse(amount);
    }

    private String counted(CountingUnit it) {
        return it == CountingUnit.WORKING_DAYS ? say("desk.phrase.workingDays") : of(it);
    }

    public String say(Message it) {
        return messages.getMessage(it, LocaleContextHolder.getLocale());
    }

    String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
