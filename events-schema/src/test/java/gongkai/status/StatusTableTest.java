package gongkai.status;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The law as a table. Facts are written {@code <kind> <local time in China> [due]}, each taken at the position of its
 * place in the list (the assignment has position 0).
 */
class StatusTableTest {

    private static final Basis BASIS = new Basis("说明", "县政府办");
    private static final TaskText TEXT = new TaskText(Optional.empty(), "", "", "", "", "");
    private static final Assignment TOWN = new Assignment("610926-T01", "城关镇", Role.LEAD);
    private static final StatusRule RULE = new StatusRule(WorkingCalendar.WEEKENDS_ONLY);

    @ParameterizedTest(name = "{0} | {1} | at {2} known {3} → {4}, {5} breaches, {6} open")
    @CsvSource(delimiter = '|', textBlock = """
        # limit        | facts                                        | at               | known | status           | breaches | open
        fixed          |                                              | 2019-04-01T09:00 | 9     | NOT_STARTED      | 0 | 0
        fixed          |                                              | 2019-04-22T23:59 | 9     | NOT_STARTED      | 0 | 0
        fixed          |                                              | 2019-04-23T00:00 | 9     | DUE_SOON         | 0 | 0
        fixed          |                                              | 2019-04-30T23:59 | 9     | DUE_SOON         | 0 | 0
        fixed          |                                              | 2019-05-01T00:00 | 9     | OVERDUE          | 1 | 1
        fixed          | P 2019-04-30T23:59                           | 2019-05-06T09:00 | 9     | FULFILLED        | 0 | 0
        fixed          | P 2019-05-01T00:00                           | 2019-05-06T09:00 | 9     | FULFILLED_LATE   | 1 | 0
        fixed          | P 2019-05-03T10:00                           | 2019-05-02T09:00 | 9     | OVERDUE          | 1 | 1
        fixed          | P 2019-04-28T10:00                           | 2019-05-02T09:00 | 0     | OVERDUE          | 1 | 1
        fixed          | P 2019-04-28T10:00                           | 2019-05-02T09:00 | 1     | FULFILLED        | 0 | 0
        fixed          | P 2019-05-03T10:00; P 2019-04-28T10:00       | 2019-05-06T09:00 | 1     | FULFILLED_LATE   | 1 | 0
        fixed          | P 2019-05-03T10:00; P 2019-04-28T10:00       | 2019-05-06T09:00 | 2     | FULFILLED        | 0 | 0
        fixed          | I 2019-04-20T10:00                           | 2019-05-06T09:00 | 9     | OVERDUE          | 1 | 1
        two            | P 2019-04-01T10:00                           | 2019-04-02T09:00 | 9     | IN_PROGRESS      | 0 | 0
        two            | P 2019-04-01T10:00                           | 2019-05-01T09:00 | 9     | OVERDUE          | 1 | 1
        two            | P 2019-04-01T10:00; P 2019-04-02T10:00       | 2019-05-01T09:00 | 9     | FULFILLED        | 0 | 0
        two            | P 2019-04-01T10:00; P 2019-05-02T10:00       | 2019-05-06T09:00 | 9     | FULFILLED_LATE   | 1 | 0
        picture        | I 2019-04-01T10:00 TEXT                      | 2019-05-01T09:00 | 9     | OVERDUE          | 1 | 1
        picture        | I 2019-04-01T10:00 VIDEO                     | 2019-05-01T09:00 | 9     | FULFILLED        | 0 | 0
        case           |                                              | 2019-05-01T09:00 | 9     | AWAITING_TRIGGER | 0 | 0
        case           | C 2019-06-03T09:00 2019-06-28                | 2019-06-03T10:00 | 9     | IN_PROGRESS      | 0 | 0
        case           | C 2019-06-03T09:00 2019-06-28                | 2019-06-21T10:00 | 9     | DUE_SOON         | 0 | 0
        case           | C 2019-06-03T09:00 2019-06-28                | 2019-06-29T00:00 | 9     | OVERDUE          | 1 | 1
        case           | C 2019-06-03T09:00 2019-06-28; R 2019-06-28T18:00 | 2019-07-01T00:00 | 9 | FULFILLED      | 0 | 0
        case           | C 2019-06-03T09:00 2019-06-28; R 2019-06-30T18:00 | 2019-07-01T00:00 | 9 | FULFILLED_LATE | 1 | 0
        case           | C 2019-06-03T09:00 2019-06-28; P 2019-06-20T18:00 | 2019-07-01T00:00 | 9 | OVERDUE        | 1 | 1
        ongoing        |                                              | 2030-01-01T00:00 | 9     | ONGOING_SILENT   | 0 | 0
        ongoing        | P 2019-05-01T10:00                           | 2019-05-06T09:00 | 9     | ONGOING_ACTIVE   | 0 | 0
        ongoing        | P 2019-05-01T10:00                           | 2019-07-30T10:00 | 9     | ONGOING_ACTIVE   | 0 | 0
        ongoing        | P 2019-05-01T10:00                           | 2019-07-30T10:01 | 9     | ONGOING_SILENT   | 0 | 0
        unclear        | P 2019-05-01T10:00                           | 2019-05-06T09:00 | 9     | UNCLEAR          | 0 | 0
        fixed+unclear  |                                              | 2019-04-01T09:00 | 9     | UNCLEAR          | 0 | 0
        fixed+unclear  | P 2019-04-01T10:00                           | 2019-05-06T09:00 | 9     | UNCLEAR          | 0 | 0
        fixed+unclear  |                                              | 2019-05-06T09:00 | 9     | OVERDUE          | 1 | 1
        proposed       |                                              | 2019-05-06T09:00 | 9     | UNCLEAR          | 0 | 0
        # hours: the last moment itself is in time
        hours          | H 2019-05-01T10:00 2019-05-03T10:00; R 2019-05-03T10:00 | 2019-05-06T09:00 | 9 | FULFILLED | 0 | 0
        hours          | H 2019-05-01T10:00 2019-05-03T10:00; R 2019-05-03T10:01 | 2019-05-06T09:00 | 9 | FULFILLED_LATE | 1 | 0
        hours          | H 2019-05-01T10:00 2019-05-03T10:00                     | 2019-05-03T10:00 | 9 | DUE_SOON | 0 | 0
        hours          | H 2019-05-01T10:00 2019-05-03T10:00                     | 2019-05-03T10:01 | 9 | OVERDUE  | 1 | 1
        # a window counts what is done in it; without dates it waits for an answer
        window         |                                              | 2019-06-30T09:00 | 9     | NOT_STARTED      | 0 | 0
        window         | P 2019-06-30T09:00                           | 2019-07-02T09:00 | 9     | NOT_STARTED      | 0 | 0
        window         | P 2019-07-01T00:00                           | 2019-07-02T09:00 | 9     | FULFILLED        | 0 | 0
        window         |                                              | 2019-09-01T00:00 | 9     | OVERDUE          | 1 | 1
        nodates        | P 2019-07-01T00:00                           | 2019-07-02T09:00 | 9     | UNCLEAR          | 0 | 0
        # monthly, from the month of the assignment (March): each month by its last day
        monthly        |                                              | 2019-03-02T09:00 | 9     | NOT_STARTED      | 0 | 0
        monthly        | P 2019-03-05T09:00                           | 2019-03-10T09:00 | 9     | FULFILLED        | 0 | 0
        monthly        | P 2019-03-05T09:00                           | 2019-04-02T09:00 | 9     | NOT_STARTED      | 0 | 0
        monthly        | P 2019-03-05T09:00                           | 2019-05-01T00:00 | 9     | OVERDUE          | 1 | 1
        monthly        | P 2019-03-05T09:00; P 2019-05-02T09:00 @2019-04 | 2019-05-03T09:00 | 9  | NOT_STARTED      | 1 | 0
        monthly        | P 2019-03-05T09:00; P 2019-05-02T09:00       | 2019-05-03T09:00 | 9     | OVERDUE          | 1 | 1
        tenth          | P 2019-03-05T09:00                           | 2019-04-10T23:59 | 9     | DUE_SOON         | 0 | 0
        tenth          | P 2019-03-05T09:00                           | 2019-04-11T00:00 | 9     | OVERDUE          | 1 | 1
        tenth          | P 2019-03-05T09:00; P 2019-04-11T09:00       | 2019-04-12T09:00 | 9     | FULFILLED_LATE   | 1 | 0
        quarterly      | P 2019-03-05T09:00                           | 2019-07-01T00:00 | 9     | OVERDUE          | 1 | 1
        quarterly      | P 2019-03-05T09:00; P 2019-06-30T23:59       | 2019-07-01T00:00 | 9     | NOT_STARTED      | 0 | 0
        yearly         |                                              | 2019-04-01T00:00 | 9     | OVERDUE          | 1 | 1
        # what is retracted or returned counts no more, and what was late stays on record
        fixed          | P 2019-04-20T09:00; X 2019-04-25T09:00 P1    | 2019-04-22T09:00 | 9     | FULFILLED        | 0 | 0
        fixed          | P 2019-04-20T09:00; X 2019-04-25T09:00 P1    | 2019-04-26T09:00 | 9     | DUE_SOON         | 0 | 0
        fixed          | P 2019-04-20T09:00; X 2019-05-05T09:00 P1    | 2019-05-06T09:00 | 9     | OVERDUE          | 1 | 1
        fixed          | P 2019-04-20T09:00; X 2019-05-05T09:00 P1    | 2019-05-06T09:00 | 1     | FULFILLED        | 0 | 0
        fixed          | P 2019-05-02T09:00; X 2019-05-04T09:00 P1    | 2019-05-06T09:00 | 9     | OVERDUE          | 2 | 1
        fixed          | P 2019-05-02T09:00; X 2019-05-04T09:00 P1; P 2019-05-05T09:00 | 2019-05-06T09:00 | 9 | FULFILLED_LATE | 2 | 0
        picture        | P 2019-04-01T09:00; J 2019-04-02T09:00 P1; X 2019-04-20T09:00 P1 | 2019-04-21T09:00 | 9 | NOT_STARTED | 0 | 0
        fixed          | P 2019-04-20T09:00; V 2019-04-22T09:00 RETURNED P1 | 2019-04-22T10:00 | 9 | NOT_STARTED    | 0 | 0
        fixed          | P 2019-04-20T09:00; V 2019-04-22T09:00 RETURNED P1; V 2019-04-23T09:00 ACCEPTED P1 | 2019-05-06T09:00 | 9 | FULFILLED | 0 | 0
        fixed          | P 2019-04-20T09:00; V 2019-05-02T09:00 RETURNED P1 | 2019-05-03T09:00 | 9 | OVERDUE        | 1 | 1
        # an extension in time moves the end; one that comes late ends the lateness without hiding it
        fixed          | E 2019-04-28T09:00 2019-05-15                | 2019-05-01T09:00 | 9     | NOT_STARTED      | 0 | 0
        fixed          | E 2019-04-28T09:00 2019-05-15                | 2019-04-27T09:00 | 9     | DUE_SOON         | 0 | 0
        fixed          | E 2019-04-28T09:00 2019-05-15                | 2019-05-16T00:00 | 9     | OVERDUE          | 1 | 1
        fixed          | E 2019-05-03T09:00 2019-05-31                | 2019-05-02T09:00 | 9     | OVERDUE          | 1 | 1
        fixed          | E 2019-05-03T09:00 2019-05-31                | 2019-05-04T09:00 | 9     | NOT_STARTED      | 1 | 0
        fixed          | E 2019-05-03T09:00 2019-05-31; P 2019-05-20T09:00 | 2019-06-04T09:00 | 9 | FULFILLED       | 1 | 0
        # nobody expects it any more
        fixed          | W 2019-04-01T09:00                           | 2019-05-04T09:00 | 9     | WAIVED           | 0 | 0
        fixed          | W 2019-05-03T09:00                           | 2019-05-04T09:00 | 9     | WAIVED           | 1 | 0
        fixed          | W 2019-05-03T09:00                           | 2019-05-02T09:00 | 9     | OVERDUE          | 1 | 1
        fixed          | D 2019-05-03T09:00                           | 2019-05-04T09:00 | 9     | WAIVED           | 1 | 0
        fixed          | D 2019-04-03T09:00; A 2019-04-10T09:00 fixed | 2019-04-11T09:00 | 9     | NOT_STARTED      | 0 | 0
        # an answer says what the words meant all along; a correction counts from when it was made
        unclear        | Q 2019-05-06T09:00 fixed                     | 2019-05-02T09:00 | 9     | OVERDUE          | 1 | 1
        unclear        | Q 2019-05-06T09:00 fixed                     | 2019-05-02T09:00 | 0     | UNCLEAR          | 0 | 0
        fixed          | A 2019-05-03T09:00 ongoing                   | 2019-05-02T09:00 | 9     | OVERDUE          | 1 | 1
        fixed          | A 2019-05-03T09:00 ongoing                   | 2019-05-04T09:00 | 9     | ONGOING_SILENT   | 1 | 0
        fixed          | A 2019-05-03T09:00 ongoing; Q 2019-05-04T09:00 unclear | 2019-05-02T09:00 | 9 | OVERDUE    | 1 | 1
        proposed       | Q 2019-04-01T09:00 fixed; P 2019-04-02T09:00 | 2019-05-06T09:00 | 9     | FULFILLED        | 0 | 0
        # a notice moves the end of a case: 24 April + 5 working days is 2 May by the first notice of 2019, 30 April by the second
        case           | C 2019-04-24T09:00 2019-05-02; M 2019-04-26T09:00 2019-04-30 | 2019-05-01T00:00 | 9 | OVERDUE | 1 | 1
        case           | C 2019-04-24T09:00 2019-05-02; M 2019-04-26T09:00 2019-04-30 | 2019-05-01T00:00 | 1 | DUE_SOON | 0 | 0
        case           | C 2019-04-24T09:00 2019-05-02; M 2019-05-06T09:00 2019-04-30; R 2019-05-01T12:00 | 2019-05-07T09:00 | 9 | FULFILLED_LATE | 1 | 0
        # a printed document starts the clock of a publication
        printed        | C 2019-04-24T09:00 2019-04-27; P 2019-04-26T09:00 @C1 | 2019-05-01T00:00 | 9 | FULFILLED | 0 | 0
        printed        | C 2019-04-24T09:00 2019-04-27; P 2019-04-26T09:00 | 2019-05-01T00:00 | 9  | OVERDUE          | 1 | 1
        printed        | C 2019-04-24T09:00 2019-04-27; R 2019-04-26T09:00 | 2019-05-01T00:00 | 9  | FULFILLED        | 0 | 0
        # what must stay up
        lasting        |                                              | 2019-05-01T00:00 | 9     | AWAITING_TRIGGER | 0 | 0
        lasting        | P 2019-05-01T09:00                           | 2019-05-04T23:59 | 9     | IN_PROGRESS      | 0 | 0
        lasting        | P 2019-05-01T09:00                           | 2019-05-05T00:00 | 9     | FULFILLED        | 0 | 0
        lasting        | P 2019-05-01T09:00; X 2019-05-02T09:00 P1    | 2019-05-06T00:00 | 9     | AWAITING_TRIGGER | 0 | 0
        # two days for the same kind of thing take a piece of evidence each
        fixed+october  | P 2019-04-20T09:00                           | 2019-05-02T09:00 | 9     | IN_PROGRESS      | 0 | 0
        fixed+october  | P 2019-04-20T09:00                           | 2019-11-01T00:00 | 9     | OVERDUE          | 1 | 1
        fixed+october  | P 2019-04-20T09:00; P 2019-04-21T09:00       | 2019-11-01T00:00 | 9     | FULFILLED        | 0 | 0
        # half a quota at the end of its time
        two            | P 2019-04-01T10:00; X 2019-04-20T10:00 P1; P 2019-04-21T10:00 | 2019-05-01T09:00 | 9 | OVERDUE | 1 | 1
        """)
    void status(String limits, String facts, LocalDateTime at, long known, Status status, int breaches, int open) {
        var obligation = facts(limits, facts == null ? "" : facts);
        var asOf = new AsOf(at.atZone(ChinaTime.ZONE).toInstant(), known);
        assertThat(RULE.statusOf(obligation, asOf)).isEqualTo(status);
        assertThat(RULE.breachesOf(obligation, asOf)).hasSize(breaches);
        assertThat(RULE.breachesOf(obligation, asOf).stream().filter(Breach::isOpen))
                .hasSize(open);
    }

    private static ObligationFacts facts(String limits, String text) {
        var facts = ObligationFacts.of(assigned(limits), 0);
        long position = 1;
        for (var fact : text.split(";", -1)) {
            if (!fact.isBlank()) {
                facts = facts.with(fact(fact.strip().split(" ", -1), position), position++);
            }
        }
        return facts;
    }

    private static ObligationEvent fact(String[] words, long position) {
        var at = instant(words[1]);
        var url = URI.create("https://example.org/1");
        return switch (words[0]) {
            case "P" ->
                new PublicationRecorded(
                        "P" + position,
                        "公开",
                        url,
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        words.length > 2 ? Optional.of(words[2].substring(1)) : Optional.empty());
            case "I" ->
                new InterpretationRecorded(
                        "I" + position,
                        "P",
                        words.length > 2 ? InterpretationForm.valueOf(words[2]) : InterpretationForm.TEXT,
                        "解读",
                        url,
                        at);
            case "J" -> new InterpretationRecorded("J" + position, words[2], InterpretationForm.VIDEO, "解读", url, at);
            case "C" ->
                new CaseAccepted(
                        "C1",
                        "舆情",
                        at,
                        Optional.empty(),
                        Optional.of(LocalDate.parse(words[2])),
                        Optional.empty(),
                        false);
            case "H" ->
                new CaseAccepted(
                        "C1",
                        "舆情",
                        at,
                        Optional.empty(),
                        Optional.of(ChinaTime.dateOf(instant(words[2]))),
                        Optional.of(instant(words[2])),
                        false);
            case "R" -> new ResponseRecorded("R", "C1", "回应", url, at);
            case "X" -> new PublicationRetracted(words[2], BASIS, at);
            case "V" -> new ObligationReviewed(ReviewOutcome.valueOf(words[2]), List.of(words[3]), BASIS, at);
            case "E" -> new ObligationExtended("once", LocalDate.parse(words[2]), BASIS, at);
            case "W" -> new ObligationWaived(BASIS, at);
            case "D" -> new ObligationWithdrawn(BASIS, at);
            case "A" -> new ObligationAmended(4, TEXT, TOWN, List.of(rule(words[2])), BASIS, at);
            case "Q" -> new ObligationClarified(TOWN, List.of(rule(words[2])), BASIS, at);
            case "M" -> new CaseDueMoved("C1", LocalDate.parse(words[2]), false, "通知", at);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ChinaTime.ZONE).toInstant();
    }

    private static ObligationAssigned assigned(String limits) {
        return new ObligationAssigned(
                "610926-2019-04-T01",
                "610926-2019-04",
                4,
                TEXT,
                TOWN,
                List.of(limits.split("\\+", -1)).stream()
                        .map(StatusTableTest::rule)
                        .toList(),
                Optional.empty(),
                Instant.parse("2019-03-01T00:00:00Z"));
    }

    private static Rule rule(String name) {
        var april = new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"));
        return switch (name) {
            case "fixed" -> rule(Requirement.once(RequirementKind.PUBLICATION), april, true);
            case "two" -> rule(new Requirement(RequirementKind.ACTIVITY, 2, List.of()), april, true);
            case "picture" ->
                rule(
                        new Requirement(
                                RequirementKind.INTERPRETATION,
                                1,
                                List.of(InterpretationForm.IMAGE, InterpretationForm.VIDEO)),
                        april,
                        true);
            case "case" ->
                rule(
                        Requirement.once(RequirementKind.RESPONSE),
                        new TimeLimit.AfterTrigger("受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty()),
                        true);
            case "october" -> publish(new TimeLimit.FixedDate("10月底前", LocalDate.parse("2019-10-31")));
            case "hours" ->
                rule(
                        Requirement.once(RequirementKind.RESPONSE),
                        new TimeLimit.AfterTrigger("不超过48小时", 48, CountingUnit.HOURS, "", Optional.empty()),
                        true);
            case "printed" ->
                rule(
                        Requirement.once(RequirementKind.PUBLICATION),
                        new TimeLimit.AfterTrigger("正式印制3日内", 3, CountingUnit.DAYS, "正式印制", Optional.empty()),
                        true);
            case "window" -> publish(window(LocalDate.parse("2019-07-01"), LocalDate.parse("2019-08-31")));
            case "nodates" -> publish(new TimeLimit.Window("寒暑假期", Optional.empty(), Optional.empty()));
            case "monthly" -> publish(every(Period.MONTH, Optional.empty(), Optional.empty()));
            case "tenth" -> publish(every(Period.MONTH, Optional.of(10), Optional.empty()));
            case "quarterly" -> publish(every(Period.QUARTER, Optional.empty(), Optional.empty()));
            case "yearly" -> publish(every(Period.YEAR, Optional.empty(), Optional.of(3)));
            case "lasting" -> publish(new TimeLimit.Lasting("公示期不少于3日", 3, CountingUnit.DAYS));
            case "ongoing" -> rule(Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Ongoing("适时"), true);
            case "unclear" -> rule(Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Unclear("寒暑假期"), true);
            case "proposed" -> rule(Requirement.once(RequirementKind.PUBLICATION), april, false);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Rule publish(TimeLimit limit) {
        return rule(Requirement.once(RequirementKind.PUBLICATION), limit, true);
    }

    private static TimeLimit window(LocalDate from, LocalDate to) {
        return new TimeLimit.Window("暑假", Optional.of(from), Optional.of(to));
    }

    private static TimeLimit every(Period period, Optional<Integer> day, Optional<Integer> month) {
        return new TimeLimit.Recurring("每期一次", period, day, month, Optional.empty());
    }

    private static Rule rule(Requirement requirement, TimeLimit limit, boolean adopted) {
        return new Rule(requirement, limit, RuleSource.DEADLINE, adopted);
    }
}
