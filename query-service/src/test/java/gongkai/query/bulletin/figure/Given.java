package gongkai.query.bulletin.figure;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A town's obligation and what happens to it, each fact at the next position. */
final class Given {

    static final StatusRule RULE = new StatusRule(WorkingCalendar.WEEKENDS_ONLY);
    static final Instant PLAN_BEGAN = at("2019-03-01T09:00");

    private static final Basis BASIS = new Basis("答复", "县政府办");
    private static final TaskText TEXT = new TaskText(Optional.empty(), "目录", "分类", "内容", "各镇", "4月底前");
    private static final Assignment TOWN = new Assignment("610926-T01", "城关镇", Role.LEAD);

    private ObligationFacts facts;

    private Given(ObligationFacts facts) {
        this.facts = facts;
    }

    static Given assigned(String local, Rule... rules) {
        return new Given(ObligationFacts.of(
                new ObligationAssigned(
                        "610926-2019-04-T01",
                        "610926-2019-04",
                        4,
                        TEXT,
                        TOWN,
                        List.of(rules),
                        Optional.empty(),
                        at(local)),
                0));
    }

    static Rule by(String day) {
        return rule(new TimeLimit.FixedDate("前", LocalDate.parse(day)), true);
    }

    static Rule rule(TimeLimit limit, boolean adopted) {
        return new Rule(Requirement.once(RequirementKind.PUBLICATION), limit, RuleSource.DEADLINE, adopted);
    }

    Given published(String local) {
        return published(local, Optional.empty());
    }

    Given published(String local, Optional<LocalDate> formedOn) {
        int number = facts.history().size();
        return and(new PublicationRecorded(
                "610926-2019-04-T01-P" + number,
                "公开",
                URI.create("https://www.example.gov.cn/" + number),
                at(local),
                formedOn,
                Optional.empty(),
                Optional.empty()));
    }

    Given answered(String local, Rule... rules) {
        return and(new ObligationClarified(TOWN, List.of(rules), BASIS, at(local)));
    }

    Given and(ObligationEvent event) {
        facts = facts.with(event, facts.history().size());
        return this;
    }

    Reckoning reckoned(String month, String local) {
        return new Reckoning(facts, RULE, YearMonth.parse(month), new AsOf(at(local), 99), PLAN_BEGAN);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChinaTime.ZONE).toInstant();
    }
}
