package gongkai.command.importing.reading;

import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules hidden in 公开内容: “正式印制3日内”, “每月发布健康提示信息”, “年度报告”. They are proposed, never adopted by themselves. */
final class ContentRules {

    private static final Pattern CLAUSES = Pattern.compile("[。；;，,（）()：:]");
    private static final Pattern FREQUENCY = Pattern.compile("(每(?:个)?(?:月|季度?|年|半年|周)|按月|按季度?|逐月|(?:不)?定期)(?:.*)");
    private static final Pattern WITHIN = Pattern.compile("(?:在|自|于)?[^，]*\\d+(?:个)?(?:工作日|日|天|小时)(?:之|以)?内");
    private static final Pattern YEARLY_REPORT = Pattern.compile("年度(?:工作)?报告|年报");
    private static final Pattern ALONGSIDE = Pattern.compile("同时.*解读");
    private static final Pattern ONLY_FREQUENCY =
            Pattern.compile("(?:每(?:个)?(?:月|季度?|年)|按月|按季度?)(?:至少)?(?:公开|公布|发布|更新|公示)?(?:\\d次)?");

    private ContentRules() {}

    /** A proposed rule and the clause that it was read from. */
    record Proposed(Rule rule, String clause) {}

    static List<Proposed> read(String content, int year) {
        List<Proposed> proposed = new ArrayList<>();
        for (var clause : CLAUSES.split(Words.joined(content), -1)) {
            limitIn(clause, year).ifPresent(limit -> {
                proposed.add(proposed(requirementOf(clause), limit, clause));
                interpretedAlongside(content, limit).ifPresent(it -> proposed.add(proposed(it, limit, clause)));
            });
        }
        return List.copyOf(proposed);
    }

    /** “每月公开一次” by itself is no task: it says how often the rows above it are due. */
    static Optional<Recurring> onlyFrequency(String content, int year) {
        return ONLY_FREQUENCY.matcher(Words.figures(content)).matches()
                ? TimeLimitReader.one(Words.joined(content), year)
                        .map(LimitReading::limit)
                        .filter(Recurring.class::isInstance)
                        .map(Recurring.class::cast)
                : Optional.empty();
    }

    static Proposed frequency(Recurring limit) {
        return proposed(Requirement.once(RequirementKind.PUBLICATION), limit, limit.text());
    }

    private static Optional<TimeLimit> limitIn(String clause, int year) {
        var frequency = FREQUENCY.matcher(clause);
        if (frequency.find()) {
            var words = frequency.group();
            return TimeLimitReader.one(words, year).map(LimitReading::limit).or(() -> Optional.of(new Unclear(words)));
        }
        if (WITHIN.matcher(Words.figures(clause)).matches()) {
            return TimeLimitReader.one(clause, year).map(LimitReading::limit).filter(AfterTrigger.class::isInstance);
        }
        return YEARLY_REPORT.matcher(clause).find()
                ? Optional.of(new Recurring(clause, Period.YEAR, Optional.empty(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static Requirement requirementOf(String clause) {
        return Requirement.once(clause.contains("解读") ? RequirementKind.INTERPRETATION : RequirementKind.PUBLICATION);
    }

    private static Optional<Requirement> interpretedAlongside(String content, TimeLimit limit) {
        var words = Words.joined(content);
        return limit instanceof AfterTrigger && ALONGSIDE.matcher(words).find()
                ? Optional.of(new Requirement(RequirementKind.INTERPRETATION, 1, RequirementReader.forms(words)))
                : Optional.empty();
    }

    private static Proposed proposed(Requirement requirement, TimeLimit limit, String clause) {
        return new Proposed(new Rule(requirement, limit, RuleSource.CONTENT, false), clause);
    }
}
