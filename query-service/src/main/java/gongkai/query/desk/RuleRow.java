package gongkai.query.desk;

import gongkai.event.RequirementKind;
import gongkai.http.rule.RuleAnswer;
import gongkai.http.rule.TimeLimitAnswer;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
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
                choice(prefix + "demand", "要求", RequirementKind.values(), words::of)
                        .value(rule.map(it -> it.requirement().kind().name()).orElse("")),
                number(prefix + "quota", "至少几次")
                        .value(rule.map(it -> it.requirement().quota())
                                .filter(it -> it > 1)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.HIDDEN, prefix + "forms", "")
                        .values(rule.stream()
                                .flatMap(it -> it.requirement().forms().stream())
                                .map(Enum::name)
                                .toList()),
                choice(prefix + "kind", "时限种类", TimeLimitAnswer.Kind.values(), words::of)
                        .value(limit.map(it -> it.kind().name()).orElse("")),
                Field.of(Kind.TEXT, prefix + "text", "原文")
                        .cure("原文最多 200 字。")
                        .value(limit.map(it -> it.text().replaceAll("\\R", "")).orElse("")),
                day(prefix + "dueOn", "截止日（固定日期）")
                        .value(limit.flatMap(TimeLimitAnswer::dueOn)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.TEXT, prefix + "trigger", "从何起算（如 受理）")
                        .cure("请写明从什么起算，如“受理”（100 字以内）。")
                        .value(limit.flatMap(TimeLimitAnswer::trigger).orElse("")),
                number(prefix + "amount", "数量")
                        .value(limit.flatMap(TimeLimitAnswer::amount)
                                .map(String::valueOf)
                                .orElse("")),
                choice(prefix + "unit", "单位", CountingUnit.values(), words::of)
                        .value(limit.flatMap(TimeLimitAnswer::unit)
                                .map(Enum::name)
                                .orElse("")),
                number(prefix + "atMost", "最长")
                        .value(limit.flatMap(TimeLimitAnswer::atMost)
                                .map(String::valueOf)
                                .orElse("")),
                choice(prefix + "every", "周期", Period.values(), words::of)
                        .value(limit.flatMap(TimeLimitAnswer::every)
                                .map(Enum::name)
                                .orElse("")),
                number(prefix + "month", "期内第几月")
                        .value(limit.flatMap(TimeLimitAnswer::month)
                                .map(String::valueOf)
                                .orElse("")),
                number(prefix + "day", "几日前")
                        .value(limit.flatMap(TimeLimitAnswer::day)
                                .map(String::valueOf)
                                .orElse("")),
                day(prefix + "from", "自")
                        .value(limit.flatMap(TimeLimitAnswer::from)
                                .map(String::valueOf)
                                .orElse("")),
                day(prefix + "to", "至")
                        .value(limit.flatMap(TimeLimitAnswer::to)
                                .map(String::valueOf)
                                .orElse("")),
                Field.of(Kind.HIDDEN, prefix + "source", "")
                        .value(rule.map(it -> it.source().name()).orElse("")),
                Field.of(Kind.CHECKS, prefix + "adopted", "是否采纳")
                        .choices(List.of(new Choice("yes", "采纳（计入考核）")))
                        .value(rule.map(RuleAnswer::adopted).orElse(true) ? "yes" : ""));
    }

    private static <E extends Enum<E>> Field choice(String name, String label, E[] all, Function<E, String> words) {
        var choices = Arrays.stream(all)
                .map(it -> new Choice(it.name(), words.apply(it)))
                .toList();
        return Field.of(Kind.CHOICE, name, label)
                .choices(Stream.concat(Stream.of(new Choice("", "—")), choices.stream())
                        .toList())
                .cure("请选择“" + label + "”。");
    }

    private static Field number(String name, String label) {
        return Field.of(Kind.NUMBER, name, label).cure("“" + label + "”请填写不小于 1 的整数。");
    }

    private static Field day(String name, String label) {
        return Field.of(Kind.DAY, name, label).cure("请填写“" + label + "”，写法如 2019-06-30。");
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
