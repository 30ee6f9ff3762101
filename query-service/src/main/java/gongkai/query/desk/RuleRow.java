package gongkai.query.desk;

import gongkai.event.RequirementKind;
import gongkai.http.rule.RuleAnswer;
import gongkai.http.rule.TimeLimitAnswer;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Message;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule as fields of a form, {@code r0.kind} and so on, and back. */
final class RuleRow {

    private RuleRow() {}

    /** @param rule empty: one more */
    static List<Field> fields(int index, Optional<RuleAnswer> rule, DeskWording words) {
        var prefix = "r" + index + ".";
        var limit = rule.map(RuleAnswer::timeLimit);
        return List.of(
                choice(prefix + "demand", "desk.field.requirement", RequirementKind.values(), words::of)
                        .value(rule.map(it -> it.requirement().kind().name()).orElse("")),
                number(prefix + "quota", "desk.field.quota")
                        .value(rule.map(it -> it.requirement().quota())
                                .filter(it -> it > 1)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.HIDDEN, prefix + "forms", "")
                        .values(rule.stream()
                                .flatMap(it -> it.requirement().forms().stream())
                                .map(Enum::name)
                                .toList()),
                choice(prefix + "kind", "desk.field.limit", TimeLimitAnswer.Kind.values(), words::of)
                        .value(limit.map(it -> it.kind().name()).orElse("")),
                Field.of(Kind.TEXT, prefix + "text", "desk.field.text")
                        .cure("desk.cure.text")
                        .value(limit.map(it -> it.text().replaceAll("\\R", "")).orElse("")),
                day(prefix + "dueOn", "desk.field.ruleDueOn")
                        .value(limit.flatMap(TimeLimitAnswer::dueOn)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.TEXT, prefix + "trigger", "desk.field.ruleTrigger")
                        .cure("desk.cure.ruleTrigger")
                        .value(limit.flatMap(TimeLimitAnswer::trigger).orElse("")),
                number(prefix + "amount", "desk.field.amount")
                        .value(limit.flatMap(TimeLimitAnswer::amount)
                                .map(String::valueOf)
                                .orElse("")),
                choice(prefix + "unit", "desk.field.countingUnit", CountingUnit.values(), words::of)
                        .value(limit.flatMap(TimeLimitAnswer::unit)
                                .map(Enum::name)
                                .orElse("")),
                number(prefix + "atMost", "desk.field.atMost")
                        .value(limit.flatMap(TimeLimitAnswer::atMost)
                                .map(String::valueOf)
                                .orElse("")),
                choice(prefix + "every", "desk.field.every", Period.values(), words::of)
                        .value(limit.flatMap(TimeLimitAnswer::every)
                                .map(Enum::name)
                                .orElse("")),
                number(prefix + "month", "desk.field.month")
                        .value(limit.flatMap(TimeLimitAnswer::month)
                                .map(String::valueOf)
                                .orElse("")),
                number(prefix + "day", "desk.field.day")
                        .value(limit.flatMap(TimeLimitAnswer::day)
                                .map(String::valueOf)
                                .orElse("")),
                day(prefix + "from", "desk.field.from")
                        .value(limit.flatMap(TimeLimitAnswer::from)
                                .map(String::valueOf)
                                .orElse("")),
                day(prefix + "to", "desk.field.to")
                        .value(limit.flatMap(TimeLimitAnswer::to)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.HIDDEN, prefix + "source", "")
                        .value(rule.map(it -> it.source().name()).orElse("")),
                Field.of(Kind.CHECKS, prefix + "adopted", "desk.field.adopted")
                        .choices(List.of(new Choice("yes", words.say("desk.choice.adopted"))))
                        .value(rule.map(RuleAnswer::adopted).orElse(true) ? "yes" : ""));
    }

    private static <E extends Enum<E>> Field choice(String name, String label, E[] all, Function<E, String> words) {
        var choices = Arrays.stream(all)
                .map(it -> new Choice(it.name(), words.apply(it)))
                .toList();
        return Field.of(Kind.CHOICE, name, label)
                .choices(Stream.concat(Stream.of(new Choice("", "—")), choices.stream())
                        .toList())
                .cure("desk.cure.choose", Message.of(label));
    }

    private static Field number(String name, String label) {
        return Field.of(Kind.NUMBER, name, label).cure("desk.cure.number", Message.of(label));
    }

    private static Field day(String name, String label) {
        return Field.of(Kind.DAY, name, label).cure("desk.cure.date", Message.of(label));
    }

    /** As the command API takes it; empty when no kind of limit was chosen, which takes the rule away. */
    static Optional<Map<String, Object>> body(int index, Map<String, List<String>> values) {
        var prefix = "r" + index + ".";
        if (first(values, prefix + "kind").isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> limit = new LinkedHashMap<>();
        List.of("kind", "text", "dueOn", "trigger", "amount", "unit", "atMost", "every", "month", "day", "from", "to")
                .forEach(it -> first(values, prefix + it).ifPresent(value -> limit.put(it, value)));
        Map<String, Object> requirement = new LinkedHashMap<>();
        requirement.put("kind", first(values, prefix + "demand").orElse(RequirementKind.PUBLICATION.name()));
        first(values, prefix + "quota").ifPresent(it -> requirement.put("quota", it));
        requirement.put("forms", values.getOrDefault(prefix + "forms", List.of()));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("requirement", requirement);
        rule.put("timeLimit", limit);
        first(values, prefix + "source").ifPresent(it -> rule.put("source", it));
        rule.put("adopted", first(values, prefix + "adopted").isPresent());
        return Optional.of(rule);
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
    }

    /** The command API's name of a rule's member, as the form names its field. */
    static String fieldOf(String member) {
        return member.replaceFirst("^rules\\[(\\d+)]\\.requirement\\.kind$", "r$1.demand")
                .replaceFirst("^rules\\[(\\d+)]\\.(?:requirement\\.|timeLimit\\.)?", "r$1.");
    }
}
