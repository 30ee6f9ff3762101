package gongkai.command.importing.reading;

import gongkai.event.FindingCode;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;
import java.util.Optional;

/**
 * What words were read as a time limit.
 *
 * @param adopted false while the reading is only proposed
 * @param question what a person must settle, if anything
 */
record LimitReading(TimeLimit limit, boolean adopted, Optional<Question> question) {

    /** A question before it knows its cell. */
    record Question(FindingCode code, String message, String suggestion) {}

    /** The same reading in the document's own words, where numerals and widths of characters were changed for it. */
    LimitReading quoting(String original, String figures) {
        return new LimitReading(
                withText(limit, original),
                adopted,
                question.map(it -> new Question(it.code(), it.message().replace(figures, original), it.suggestion())));
    }

    private static TimeLimit withText(TimeLimit limit, String text) {
        return switch (limit) {
            case FixedDate it -> new FixedDate(text, it.dueOn());
            case AfterTrigger it -> new AfterTrigger(text, it.amount(), it.unit(), it.trigger(), it.atMost());
            case Recurring it -> new Recurring(text, it.every(), it.day(), it.month(), it.from());
            case Window it -> new Window(text, it.from(), it.to());
            case Lasting it -> new Lasting(text, it.amount(), it.unit());
            case Ongoing _ -> new Ongoing(text);
            case Unclear _ -> new Unclear(text);
        };
    }

    static LimitReading certain(TimeLimit limit) {
        return new LimitReading(limit, true, Optional.empty());
    }

    /** A likely reading, which counts once a person has adopted it. */
    static LimitReading proposed(TimeLimit limit, String doubt) {
        return new LimitReading(
                limit,
                false,
                Optional.of(new Question(
                        FindingCode.TIME_LIMIT_TO_CONFIRM, "“" + limit.text() + "”" + doubt, "请确认拟定的读法，或在答复中给出时限。")));
    }

    /** A reading that does no harm before it is confirmed. */
    static LimitReading askedAbout(TimeLimit limit, FindingCode code, String message, String suggestion) {
        return new LimitReading(limit, true, Optional.of(new Question(code, message, suggestion)));
    }

    static LimitReading unclear(String words, FindingCode code, String why, String suggestion) {
        return askedAbout(new Unclear(words), code, "“" + words + "”" + why, suggestion);
    }

    static LimitReading unclear(String words, String why) {
        return unclear(words, FindingCode.TIME_LIMIT_UNCLEAR, why, "请指定截止日期、起算事件与天数，或确认为长期事项。");
    }
}
