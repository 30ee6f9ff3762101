package gongkai.query.trail.change;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.FindingSeverity;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.status.StatusRule;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamStateTest {

    private static final Instant MARCH = Instant.parse("2019-03-01T01:00:00Z");
    private static final Instant MAY = Instant.parse("2019-05-05T01:00:00Z");
    private static final Basis BASIS = new Basis("更正", "平政办函〔2019〕12号");
    private static final TaskText TEXT = new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况", "各镇", "4月\n底前");
    private static final List<Rule> RULES = List.of(new Rule(
            Requirement.once(RequirementKind.PUBLICATION),
            new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
            RuleSource.DEADLINE,
            true));

    private static ObligationAssigned assigned() {
        return new ObligationAssigned(
                "610926-2019-04-T03",
                "610926-2019-04",
                4,
                TEXT,
                new Assignment("610926-T03", "老县镇", Role.LEAD),
                RULES,
                Optional.empty(),
                MARCH);
    }

    private static PublicationRecorded published(String at) {
        return new PublicationRecorded(
                "610926-2019-04-T03-P1",
                "镇情概况",
                URI.create("https://www.example.gov.cn/1"),
                Instant.parse(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the last of the events changed, recorded at that moment: {@code STATUS OVERDUE → FULFILLED}. */
    private static List<String> changesByLast(Instant at, Event... events) {
        Optional<StreamState> before = Optional.empty();
        List<Change> changes = List.of();
        for (int i = 0; i < events.length; i++) {
            var event = events[i];
            int position = i;
            var after = before.map(it -> it.with(event, position)).orElseGet(() -> StreamState.of(event, position));
            changes = StreamState.changes(before, after, event, at, new StatusRule(WorkingCalendar.WEEKENDS_ONLY));
            before = Optional.of(after);
        }
        return changes.stream()
                .map(it -> it.what()
                        + it.of().map("(%s)"::formatted).orElse("")
                        + " %s → %s"
                                .formatted(it.before().orElse("-"), it.after().orElse("-")))
                .toList();
    }

    @Test
    void a_late_recording_shows_the_lateness_that_it_took_away() {
        assertThat(changesByLast(MAY, assigned(), published("2019-04-28T02:00:00Z")))
                .containsExactly("STATUS OVERDUE → FULFILLED", "EVIDENCE 0 → 1");
    }

    @Test
    void late_evidence_shows_that_it_was_late() {
        assertThat(changesByLast(MAY, assigned(), published("2019-05-04T02:00:00Z")))
                .containsExactly("STATUS OVERDUE → FULFILLED_LATE", "EVIDENCE 0 → 1");
    }

    @Test
    void an_extension_shows_the_old_day_and_the_new_one() {
        var extended = new ObligationExtended("once", LocalDate.parse("2019-05-07"), BASIS, MAY);
        assertThat(changesByLast(MAY, assigned(), extended))
                .containsExactly("STATUS OVERDUE → DUE_SOON", "DUE(once) 2019-04-30 → 2019-05-07");
    }

    @Test
    void what_passes_to_another_unit_shows_both() {
        var amended = new ObligationAmended(
                5, TEXT, new Assignment("610926-T01", "城关镇", Role.COOPERATING), RULES, BASIS, MAY);
        assertThat(changesByLast(MAY, assigned(), amended))
                .containsExactly("ROW 4 → 5", "UNIT 老县镇 → 城关镇", "ROLE LEAD → COOPERATING");
        assertThat(Grounds.of(amended).authority()).contains("平政办函〔2019〕12号");
    }

    @Test
    void an_assignment_begins_with_nothing_before_it() {
        assertThat(changesByLast(MARCH, assigned()))
                .contains(
                        "UNIT - → 老县镇",
                        "STATUS - → NOT_STARTED",
                        "DUE(once) - → 2019-04-30",
                        "RULES - → 4月底前（2019-04-30）");
    }

    @Test
    void an_answer_shows_the_questions_that_it_settled_and_only_its_own_row() {
        var imported = new PlanImported(
                "610926-2019",
                2019,
                "平利县2019年政务公开工作任务分解表",
                Optional.empty(),
                new SourceDocument("t.docx", "ab", 2L),
                List.of(),
                MARCH);
        var question =
                new Finding(FindingCode.UNITS_UNNAMED, FindingSeverity.QUESTION, "第30行·责任单位", "“有关部门”没有指明", "请指定");
        var one = task("610926-2019-30", 30, question);
        var other = task("610926-2019-31", 31, question);
        var answered = new TaskClarified(
                "610926-2019-30",
                List.of(new Assignment("610926-D07", "县财政局", Role.LEAD)),
                List.of(),
                RULES,
                List.of(FindingCode.UNITS_UNNAMED),
                BASIS,
                MAY);
        assertThat(changesByLast(MAY, imported, one, other, answered))
                .containsExactly("QUESTIONS 1 → 0", "UNITS - → 县财政局");
    }

    private static TaskDefined task(String id, int row, Finding question) {
        return new TaskDefined(id, row, TEXT, List.of(), RULES, List.of(question), Optional.empty(), MARCH);
    }

    @Test
    void a_unit_that_left_the_register_is_called_by_the_name_that_it_had() {
        var registered = new JurisdictionRegistered("610926", "平利县", MARCH);
        var entered = new UnitRegistered(
                new UnitEntry("610926-T03", "老县镇", UnitKind.TOWN, List.of("老县")), Optional.empty(), MARCH);
        var closed = new UnitClosed("610926-T03", Optional.empty(), MAY);
        assertThat(changesByLast(MAY, registered, entered, closed))
                .containsExactly("NAME(610926-T03) 老县镇 → -", "KIND(610926-T03) TOWN → -", "ALIASES(610926-T03) 老县 → -");
        var before = StreamState.of(registered, 0).with(entered, 1);
        assertThat(StreamState.title(Optional.of(before), before.with(closed, 2), closed))
                .isEqualTo("老县镇");
    }
}
