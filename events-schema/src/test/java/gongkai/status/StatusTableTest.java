package gongkai.status;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
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
        var at = LocalDateTime.parse(words[1]).atZone(ChinaTime.ZONE).toInstant();
        var url = URI.create("https://example.org/1");
        return switch (words[0]) {
            case "P" ->
                new PublicationRecorded(
                        "P" + position, "公开", url, at, Optional.empty(), Optional.empty(), Optional.empty());
            case "I" ->
                new InterpretationRecorded(
                        "I",
                        "P",
                        words.length > 2 ? InterpretationForm.valueOf(words[2]) : InterpretationForm.TEXT,
                        "解读",
                        url,
                        at);
            case "C" ->
                new CaseAccepted(
                        "C1",
                        "舆情",
                        at,
                        Optional.of("受理"),
                        Optional.of(LocalDate.parse(words[2])),
                        Optional.empty(),
                        false);
            case "R" -> new ResponseRecorded("R", "C1", "回应", url, at);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static ObligationAssigned assigned(String limits) {
        return new ObligationAssigned(
                "610926-2019-04-T01",
                "610926-2019-04",
                4,
                new TaskText(Optional.empty(), "", "", "", "", ""),
                new Assignment("610926-T01", "城关镇", Role.LEAD),
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
            case "ongoing" -> rule(Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Ongoing("适时"), true);
            case "unclear" -> rule(Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Unclear("寒暑假期"), true);
            case "proposed" -> rule(Requirement.once(RequirementKind.PUBLICATION), april, false);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Rule rule(Requirement requirement, TimeLimit limit, boolean adopted) {
        return new Rule(requirement, limit, RuleSource.DEADLINE, adopted);
    }
}
