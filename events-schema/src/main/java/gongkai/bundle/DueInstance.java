package gongkai.bundle;

import gongkai.event.Rule;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.Standing;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.Explanation;
import gongkai.time.Explanation.CountedDay;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * 期次, with how its date came to be.
 *
 * @param rule which of the rules, from 1
 * @param text the rule's words in the table
 * @param byRule the last day that the rule gives, before any extension
 * @param quota how many pieces of evidence it takes
 * @param evidence when each one was there
 * @param count the days that were counted, for a limit that runs from a trigger
 */
record DueInstance(
        String id,
        int rule,
        String text,
        LocalDate byRule,
        LocalDate dueOn,
        Optional<OffsetDateTime> dueAt,
        boolean provisional,
        int quota,
        List<OffsetDateTime> evidence,
        Optional<Count> count) {

    record Count(OffsetDateTime from, int amount, CountingUnit unit, List<CountedDay> days) {}

    static List<DueInstance> of(ObligationFacts facts, StatusRule rule, AsOf asOf) {
        var standing = facts.at(asOf);
        return rule.occurrencesOf(facts, asOf).stream()
                .map(it -> of(it, standing.rules().get(it.rule()), standing, rule.calendar()))
                .toList();
    }

    private static DueInstance of(Occurrence it, Rule rule, Standing standing, WorkingCalendar calendar) {
        return new DueInstance(
                it.id(),
                it.rule() + 1,
                rule.timeLimit().text(),
                it.byRule().on(),
                it.due().on(),
                it.due().at().map(ChinaTime::at),
                it.due().provisional(),
                it.quota(),
                it.evidence().stream().map(ChinaTime::at).toList(),
                count(it, rule, standing, calendar));
    }

    private static Optional<Count> count(Occurrence it, Rule rule, Standing standing, WorkingCalendar calendar) {
        if (!(rule.timeLimit() instanceof AfterTrigger limit)) {
            return Optional.empty();
        }
        return standing.acceptedCase(it.id().replaceFirst("#\\d+$", ""))
                .map(accepted -> calendar.explain(accepted.fact().acceptedAt(), limit.amount(), limit.unit()))
                .map(explained -> counted(it, explained));
    }

    private static Count counted(Occurrence it, Explanation explained) {
        return new Count(ChinaTime.at(it.opensAt()), explained.amount(), explained.unit(), explained.days());
    }
}
