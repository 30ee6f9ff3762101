package gongkai.query.notice.rule;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.query.notice.rule.Chronicle.CalendarSince;
import gongkai.query.notice.rule.Chronicle.Taken;
import gongkai.time.StateCouncilNotices;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An obligation's history, told day by day; moments are wall clock in Asia/Shanghai. */
final class Story {

    static final String OBLIGATION = "610926-2019-04-T03";

    private static final TaskText TEXT = new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况", "各镇", "4月底前");
    private static final URI URL = URI.create("https://www.example.gov.cn/1");
    private static final Basis BASIS = new Basis("说明", "县政府办");

    private final List<Taken> taken = new ArrayList<>();
    private final List<CalendarSince> calendars = new ArrayList<>();

    static Story assigned(String recordedAt, TimeLimit... limits) {
        var story = new Story();
        story.calendars.add(
                new CalendarSince(Instant.EPOCH, StateCouncilNotices.calendarOn(LocalDate.parse("2019-03-31"))));
        return story.know(
                recordedAt,
                new ObligationAssigned(
                        OBLIGATION,
                        "610926-2019-04",
                        4,
                        TEXT,
                        new Assignment("610926-T03", "老县镇", Role.LEAD),
                        rules(limits),
                        Optional.empty(),
                        moment(recordedAt)));
    }

    static TimeLimit byEndOfApril() {
        return new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"));
    }

    private static List<Rule> rules(TimeLimit... limits) {
        return List.of(limits).stream()
                .map(it -> new Rule(
                        Requirement.once(
                                it instanceof TimeLimit.AfterTrigger
                                        ? RequirementKind.RESPONSE
                                        : RequirementKind.PUBLICATION),
                        it,
                        RuleSource.DEADLINE,
                        true))
                .toList();
    }

    static Instant moment(String text) {
        var full = text.length() == 10 ? text + "T09:00" : text;
        return LocalDateTime.parse(full).atZone(gongkai.time.ChinaTime.ZONE).toInstant();
    }

    Story know(String recordedAt, ObligationEvent fact) {
        return know(moment(recordedAt), fact);
    }

    Story know(Instant recordedAt, ObligationEvent fact) {
        taken.add(new Taken(taken.size(), recordedAt, fact));
        return this;
    }

    Story published(String recordedAt, String publishedAt) {
        return know(
                recordedAt,
                new PublicationRecorded(
                        OBLIGATION + "-P1",
                        "镇情概况",
                        URL,
                        moment(publishedAt),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    Story retracted(String at) {
        return know(at, new PublicationRetracted(OBLIGATION + "-P1", BASIS, moment(at)));
    }

    Story extended(String at, String dueOn) {
        return know(at, new ObligationExtended("once", LocalDate.parse(dueOn), BASIS, moment(at)));
    }

    Story waived(String at) {
        return know(at, new ObligationWaived(BASIS, moment(at)));
    }

    Story passedOn(String at, String unit, String name, TimeLimit... limits) {
        return know(
                at,
                new ObligationAmended(
                        4, TEXT, new Assignment(unit, name, Role.LEAD), rules(limits), BASIS, moment(at)));
    }

    Story accepted(String at, Optional<String> dueOn, Optional<String> dueAt) {
        return know(
                at,
                new CaseAccepted(
                        OBLIGATION + "-C1",
                        "饮水",
                        moment(at),
                        Optional.empty(),
                        dueOn.map(LocalDate::parse),
                        dueAt.map(Story::moment),
                        false));
    }

    Story caseMoved(String at, String dueOn) {
        return know(at, new CaseDueMoved(OBLIGATION + "-C1", LocalDate.parse(dueOn), false, "通知", moment(at)));
    }

    Story responded(String at) {
        return know(at, new ResponseRecorded(OBLIGATION + "-C1-R1", OBLIGATION + "-C1", "回应", URL, moment(at)));
    }

    Chronicle chronicle() {
        return new Chronicle(taken, calendars);
    }

    /** What the ledger had taken by then. */
    Chronicle chronicle(Instant known) {
        return new Chronicle(
                taken.stream().filter(it -> !it.at().isAfter(known)).toList(), calendars);
    }

    Outlook at(String moment) {
        return chronicle().outlook(moment(moment));
    }
}
