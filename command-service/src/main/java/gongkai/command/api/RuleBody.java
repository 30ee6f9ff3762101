package gongkai.command.api;

import gongkai.event.InterpretationForm;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.rule.TimeLimitAnswer;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule as a person states it; stated by a person, it is adopted. */
record RuleBody(
        @Valid @Nullable RequirementBody requirement,
        @Valid @NotNull TimeLimitBody timeLimit,

        @Schema(description = "The cell that it was read from; the first rule's is DEADLINE where none is given")
        @Nullable
        RuleSource source,

        @Schema(description = "Kept for symmetry with a plan's rules: false leaves a rule proposed") @Nullable
        Boolean adopted) {

    Rule rule(int index) {
        return new Rule(
                requirement == null ? Requirement.once(RequirementKind.PUBLICATION) : requirement.requirement(),
                timeLimit.timeLimit("rules[%d].timeLimit".formatted(index)),
                source == null ? (index == 0 ? RuleSource.DEADLINE : RuleSource.CONTENT) : source,
                adopted == null || adopted);
    }

    record RequirementBody(
            @NotNull RequirementKind kind,
            @Min(1) @Max(1000) @Nullable Integer quota,
            @Size(max = 10) @Nullable List<@NotNull InterpretationForm> forms) {

        Requirement requirement() {
            return new Requirement(kind, quota == null ? 1 : quota, forms == null ? List.of() : forms);
        }
    }

    /** A time limit, flat: its kind says which members it needs. */
    record TimeLimitBody(
            TimeLimitAnswer.@NotNull Kind kind,

            @Size(max = 200) @Schema(description = "The words that it stands for") @Nullable
            String text,

            @Nullable LocalDate dueOn,
            @Min(1) @Max(1000) @Nullable Integer amount,
            @Nullable CountingUnit unit,
            @Size(max = 100) @Nullable String trigger,
            @Min(1) @Max(1000) @Nullable Integer atMost,
            @Nullable Period every,
            @Min(1) @Max(31) @Nullable Integer day,
            @Min(1) @Max(12) @Nullable Integer month,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        TimeLimit timeLimit(String field) {
            var words = text == null ? "" : text.strip();
            return switch (kind) {
                case FIXED_DATE -> new TimeLimit.FixedDate(words, need(dueOn, field + ".dueOn"));
                case AFTER_TRIGGER ->
                    new TimeLimit.AfterTrigger(
                            words,
                            need(amount, field + ".amount"),
                            need(unit, field + ".unit"),
                            need(trigger, field + ".trigger").strip(),
                            Optional.ofNullable(atMost));
                case RECURRING ->
                    new TimeLimit.Recurring(
                            words,
                            need(every, field + ".every"),
                            Optional.ofNullable(day),
                            Optional.ofNullable(month),
                            Optional.ofNullable(from));
                case WINDOW -> window(words, field);
                case LASTING ->
                    new TimeLimit.Lasting(words, need(amount, field + ".amount"), need(unit, field + ".unit"));
                case ONGOING -> new TimeLimit.Ongoing(words);
                case UNCLEAR -> new TimeLimit.Unclear(words);
            };
        }

        private TimeLimit window(String words, String field) {
            if (from != null && to != null && to.isBefore(from)) {
                throw new ProblemException(
                        CommonProblem.FIELD_INVALID,
                        "«%s.to» (%s) is earlier than «%s.from» (%s).".formatted(field, to, field, from));
            }
            return new TimeLimit.Window(words, Optional.ofNullable(from), Optional.ofNullable(to));
        }

        private <T> T need(@Nullable T value, String field) {
            if (value == null) {
                throw new ProblemException(
                        CommonProblem.FIELD_INVALID,
                        "«%s» is missing; a time limit of kind %s needs it.".formatted(field, kind));
            }
            return value;
        }
    }
}
