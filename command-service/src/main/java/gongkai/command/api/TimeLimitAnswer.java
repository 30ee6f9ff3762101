package gongkai.command.api;

import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit;
import java.time.LocalDate;
import java.util.Optional;

/** A time limit, flat: its kind says which of the optional members are there. */
record TimeLimitAnswer(
        Kind kind,
        String text,
        Optional<LocalDate> dueOn,
        Optional<Integer> amount,
        Optional<CountingUnit> unit,
        Optional<String> trigger) {

    /** The kinds that clients know. */
    enum Kind {
        FIXED_DATE,
        AFTER_TRIGGER,
        ONGOING,
        UNCLEAR
    }

    static TimeLimitAnswer of(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.FixedDate it ->
                new TimeLimitAnswer(
                        Kind.FIXED_DATE,
                        it.text(),
                        Optional.of(it.dueOn()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case TimeLimit.AfterTrigger it ->
                new TimeLimitAnswer(
                        Kind.AFTER_TRIGGER,
                        it.text(),
                        Optional.empty(),
                        Optional.of(it.amount()),
                        Optional.of(it.unit()),
                        Optional.of(it.trigger()));
            case TimeLimit.Ongoing it -> bare(Kind.ONGOING, it.text());
            case TimeLimit.Unclear it -> bare(Kind.UNCLEAR, it.text());
        };
    }

    private static TimeLimitAnswer bare(Kind kind, String text) {
        return new TimeLimitAnswer(kind, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
