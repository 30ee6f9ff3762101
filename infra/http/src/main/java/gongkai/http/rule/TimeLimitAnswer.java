package gongkai.http.rule;

import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;
import java.time.LocalDate;
import java.util.Optional;

/** A time limit, flat: its kind says which of the optional members are there. */
public record TimeLimitAnswer(
        Kind kind,
        String text,
        Optional<LocalDate> dueOn,
        Optional<Integer> amount,
        Optional<CountingUnit> unit,
        Optional<String> trigger,
        Optional<Integer> atMost,
        Optional<Period> every,
        Optional<Integer> day,
        Optional<Integer> month,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** The kinds that clients know. */
    public enum Kind {
        FIXED_DATE,
        AFTER_TRIGGER,
        RECURRING,
        WINDOW,
        LASTING,
        ONGOING,
        UNCLEAR
    }

    static TimeLimitAnswer of(TimeLimit limit) {
        var answer = new TimeLimitAnswer(
                kindOf(limit),
                limit.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return switch (limit) {
            case FixedDate it -> answer.due(it.dueOn());
            case AfterTrigger it -> answer.after(it.amount(), it.unit(), Optional.of(it.trigger()), it.atMost());
            case Recurring it -> answer.every(it);
            case Window it -> answer.between(it.from(), it.to());
            case Lasting it -> answer.after(it.amount(), it.unit(), Optional.empty(), Optional.empty());
            case Ongoing _, Unclear _ -> answer;
        };
    }

    private static Kind kindOf(TimeLimit limit) {
        return switch (limit) {
            case FixedDate _ -> Kind.FIXED_DATE;
            case AfterTrigger _ -> Kind.AFTER_TRIGGER;
            case Recurring _ -> Kind.RECURRING;
            case Window _ -> Kind.WINDOW;
            case Lasting _ -> Kind.LASTING;
            case Ongoing _ -> Kind.ONGOING;
            case Unclear _ -> Kind.UNCLEAR;
        };
    }

    private TimeLimitAnswer due(LocalDate on) {
        return new TimeLimitAnswer(
                kind, text, Optional.of(on), amount, unit, trigger, atMost, every, day, month, from, to);
    }

    private TimeLimitAnswer after(int many, CountingUnit of, Optional<String> event, Optional<Integer> most) {
        return new TimeLimitAnswer(
                kind, text, dueOn, Optional.of(many), Optional.of(of), event, most, every, day, month, from, to);
    }

    private TimeLimitAnswer every(Recurring it) {
        return new TimeLimitAnswer(
                kind,
                text,
                dueOn,
                amount,
                unit,
                trigger,
                atMost,
                Optional.of(it.every()),
                it.day(),
                it.month(),
                it.from(),
                to);
    }

    private TimeLimitAnswer between(Optional<LocalDate> start, Optional<LocalDate> end) {
        return new TimeLimitAnswer(kind, text, dueOn, amount, unit, trigger, atMost, every, day, month, start, end);
    }
}
