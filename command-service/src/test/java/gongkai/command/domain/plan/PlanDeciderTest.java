package gongkai.command.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.Scenario;
import gongkai.command.domain.obligation.ObligationCommand.AmendObligation;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.ClarifyObligation;
import gongkai.command.domain.obligation.ObligationCommand.WithdrawObligation;
import gongkai.command.domain.plan.PlanCommand.ClarifyPlan;
import gongkai.command.domain.plan.PlanCommand.ClarifyTask;
import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.status.PlanFacts;
import gongkai.time.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDeciderTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final Basis BASIS = new Basis("更正", "平政办函〔2019〕5号");
    private static final SourceDocument DOCUMENT = new SourceDocument("分解表.docx", "ab12", 7568L);
    private static final SourceDocument CORRECTED = new SourceDocument("分解表2.docx", "cd34", 1L);
    private static final Assignment ONE = new Assignment("610926-T01", "城关镇", Role.LEAD);
    private static final Assignment TWO = new Assignment("610926-T02", "兴隆镇", Role.COOPERATING);
    private static final Assignment THREE = new Assignment("610926-T03", "老县镇", Role.LEAD);
    private static final List<Rule> ONGOING = List.of(rule(new TimeLimit.Ongoing("适时")));
    private static final List<Rule> APRIL =
            List.of(rule(new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"))));

    private static Rule rule(TimeLimit limit) {
        return new Rule(Requirement.once(RequirementKind.PUBLICATION), limit, RuleSource.DEADLINE, true);
    }

    private static TaskText text(String content, String responsibility, String limit) {
        return new TaskText(Optional.empty(), "目录", "分类", content, responsibility, limit);
    }

    private static TaskReading row(int row, String content, Finding... findings) {
        return new TaskReading(
                row, text(content, "各镇", "适时"), List.of(ONE, TWO), ONGOING, List.of(findings), List.of());
    }

    private static ImportPlan importPlan(SourceDocument document, Optional<Basis> basis, TaskReading... rows) {
        return new ImportPlan(
                new PlanReading(
                        "610926-2019",
                        2019,
                        "平利县2019年",
                        Optional.empty(),
                        List.of(rows),
                        List.of(asked(FindingCode.ISSUE_DATE_MISSING))),
                document,
                basis,
                NOW);
    }

    private static ImportPlan imported(TaskReading... rows) {
        return importPlan(DOCUMENT, Optional.empty(), rows);
    }

    private static ImportPlan corrected(TaskReading... rows) {
        return importPlan(CORRECTED, Optional.of(BASIS), rows);
    }

    private static Finding asked(FindingCode code) {
        return new Finding(code, code.severity(), "第1行·责任单位", "没有", "补入");
    }

    private static ClarifyTask clarify(
            String task, Optional<List<Assignment>> units, Optional<List<Rule>> rules, Optional<FindingCode> finding) {
        return new ClarifyTask(task, units, rules, finding, BASIS, NOW);
    }

    private static Scenario<PlanCommand, PlanState, PlanEvent> scenario() {
        return Scenario.of(new PlanDecider());
    }

    @Test
    void a_table_is_taken_in_as_a_plan_and_its_tasks() {
        var question = asked(FindingCode.ISSUE_DATE_MISSING);
        scenario()
                .when(imported(row(7, "内容")))
                .then(
                        new PlanImported(
                                "610926-2019", 2019, "平利县2019年", Optional.empty(), DOCUMENT, List.of(question), NOW),
                        new TaskDefined(
                                "610926-2019-07",
                                7,
                                text("内容", "各镇", "适时"),
                                List.of(ONE, TWO),
                                ONGOING,
                                List.of(),
                                Optional.of(List.of()),
                                NOW));
    }

    @Test
    void the_same_document_again_changes_nothing() {
        scenario().given(imported(row(1, "一"))).when(imported(row(1, "一"))).thenNothingHappens();
    }

    @Test
    void a_quite_different_table_in_its_place_is_refused_without_a_reason() {
        scenario()
                .given(imported(row(1, "一"), row(2, "二"), row(3, "三")))
                .when(importPlan(CORRECTED, Optional.empty(), row(1, "四"), row(2, "五"), row(3, "三")))
                .thenItIsRefused(Rejection.PLAN_EXISTS, "610926-2019", "ab12", "1 of its 3", "dryRun", "reason");
    }

    @Test
    void a_corrected_table_that_keeps_most_rows_is_its_own_authority() {
        var events = scenario()
                .given(imported(row(1, "一"), row(2, "二"), row(3, "三")))
                .when(importPlan(CORRECTED, Optional.empty(), row(1, "一"), row(2, "二"), row(3, "四")))
                .events();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        PlanAmended.class,
                        it -> assertThat(it.basis()).isEqualTo(new Basis("更正后的任务分解表：分解表2.docx", "平利县2019年")));
    }

    @Test
    void a_question_is_taken_in_but_an_error_is_refused_with_its_cell_and_cure() {
        assertThat(scenario()
                        .when(imported(row(1, "一", asked(FindingCode.UNITS_OPEN))))
                        .events())
                .hasSize(2);
        scenario()
                .when(imported(row(1, "一", asked(FindingCode.UNIT_UNKNOWN))))
                .thenItIsRefused(Rejection.UNIT_UNKNOWN, "第1行·责任单位", "没有", "补入");
    }

    @Test
    void a_corrected_table_becomes_one_event_for_each_row_that_differs() {
        var changed = new TaskReading(2, text("二", "各镇", "4月底前"), List.of(ONE, TWO), APRIL, List.of(), List.of());
        scenario()
                .given(imported(row(1, "一"), row(2, "二"), row(3, "三")))
                .when(corrected(row(1, "一"), changed, row(3, "四")))
                .then(
                        new PlanAmended(
                                "610926-2019",
                                "平利县2019年",
                                Optional.empty(),
                                CORRECTED,
                                List.of(asked(FindingCode.ISSUE_DATE_MISSING)),
                                BASIS,
                                NOW),
                        new TaskAmended(
                                "610926-2019-02",
                                2,
                                changed.text(),
                                List.of(ONE, TWO),
                                List.of(),
                                APRIL,
                                List.of(),
                                Optional.of(List.of()),
                                BASIS,
                                NOW),
                        new TaskAmended(
                                "610926-2019-03",
                                3,
                                text("四", "各镇", "适时"),
                                List.of(ONE, TWO),
                                List.of(),
                                ONGOING,
                                List.of(),
                                Optional.of(List.of()),
                                BASIS,
                                NOW));
    }

    @Test
    void a_row_that_moves_keeps_its_task_and_a_new_row_gets_a_number_of_its_own() {
        var inserted = new TaskReading(
                1,
                new TaskText(Optional.empty(), "目录", "新分类", "新", "各镇", "适时"),
                List.of(THREE),
                ONGOING,
                List.of(),
                List.of());
        var events = scenario()
                .given(imported(row(1, "一"), row(2, "二")))
                .when(corrected(inserted, row(2, "一"), row(3, "二")))
                .events();
        assertThat(events).hasSize(4);
        assertThat(events.get(1)).isInstanceOfSatisfying(TaskDefined.class, it -> {
            assertThat(it.task()).isEqualTo("610926-2019-03");
            assertThat(it.row()).isEqualTo(1);
        });
        assertThat(events.get(2)).isInstanceOfSatisfying(TaskAmended.class, it -> {
            assertThat(it.task()).isEqualTo("610926-2019-01");
            assertThat(it.row()).isEqualTo(2);
        });
    }

    @Test
    void a_row_that_the_corrected_table_lacks_is_removed_and_its_units_are_released() {
        scenario()
                .given(imported(row(1, "一"), row(2, "二")))
                .when(corrected(row(1, "一")))
                .events()
                .forEach(event -> {
                    if (event instanceof TaskRemoved it) {
                        assertThat(it.task()).isEqualTo("610926-2019-02");
                        assertThat(it.released()).containsExactly("610926-T01", "610926-T02");
                    } else {
                        assertThat(event).isInstanceOf(PlanAmended.class);
                    }
                });
    }

    @Test
    void an_answer_about_a_cell_outlives_a_correction_of_another_cell() {
        var rewritten = new TaskReading(1, text("一（修订）", "各镇", "适时"), List.of(ONE, TWO), ONGOING, List.of(), List.of());
        var events = scenario()
                .given(
                        imported(row(1, "一")),
                        clarify("610926-2019-01", Optional.of(List.of(THREE)), Optional.empty(), Optional.empty()))
                .when(corrected(rewritten))
                .events();
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        TaskAmended.class, it -> assertThat(it.assignments()).containsExactly(THREE));
    }

    @Test
    void naming_the_units_settles_the_questions_about_units_and_releases_who_is_not_named() {
        scenario()
                .given(imported(row(1, "一", asked(FindingCode.UNITS_OPEN), asked(FindingCode.TIME_LIMIT_UNCLEAR))))
                .when(clarify("610926-2019-01", Optional.of(List.of(ONE, THREE)), Optional.empty(), Optional.empty()))
                .then(new TaskClarified(
                        "610926-2019-01",
                        List.of(ONE, THREE),
                        List.of("610926-T02"),
                        ONGOING,
                        List.of(FindingCode.UNITS_OPEN),
                        BASIS,
                        NOW));
    }

    @Test
    void stating_the_rules_settles_the_questions_about_rules() {
        scenario()
                .given(imported(row(1, "一", asked(FindingCode.UNITS_OPEN), asked(FindingCode.TIME_LIMIT_UNCLEAR))))
                .when(clarify("610926-2019-01", Optional.empty(), Optional.of(APRIL), Optional.empty()))
                .then(new TaskClarified(
                        "610926-2019-01",
                        List.of(ONE, TWO),
                        List.of(),
                        APRIL,
                        List.of(FindingCode.TIME_LIMIT_UNCLEAR),
                        BASIS,
                        NOW));
    }

    @Test
    void an_answer_may_be_given_anew() {
        assertThat(scenario()
                        .given(
                                imported(row(1, "一", asked(FindingCode.WORDING_DOUBTFUL))),
                                clarify(
                                        "610926-2019-01",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(FindingCode.WORDING_DOUBTFUL)))
                        .when(clarify(
                                "610926-2019-01",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(FindingCode.WORDING_DOUBTFUL)))
                        .events())
                .hasSize(1);
    }

    @Test
    void an_answer_answers_something_that_was_asked_of_a_row_that_there_is() {
        var plan = imported(row(1, "一", asked(FindingCode.UNITS_OPEN)));
        scenario()
                .given(plan)
                .when(clarify("610926-2019-01", Optional.empty(), Optional.empty(), Optional.empty()))
                .thenItIsRefused(Rejection.CLARIFICATION_EMPTY, "units", "rules", "finding");
        scenario()
                .given(plan)
                .when(clarify(
                        "610926-2019-01", Optional.empty(), Optional.empty(), Optional.of(FindingCode.LEAD_MISSING)))
                .thenItIsRefused(Rejection.FINDING_UNKNOWN, "LEAD_MISSING", "UNITS_OPEN");
        scenario()
                .given(plan)
                .when(clarify("610926-2019-77", Optional.of(List.of()), Optional.empty(), Optional.empty()))
                .thenItIsRefused(Rejection.TASK_UNKNOWN, "610926-2019-77");
        scenario()
                .when(clarify("610926-2019-01", Optional.of(List.of()), Optional.empty(), Optional.empty()))
                .thenItIsRefused(Rejection.PLAN_UNKNOWN, "610926-2019");
    }

    @Test
    void giving_the_issue_date_settles_the_question_about_it() {
        var day = Optional.of(LocalDate.parse("2019-03-15"));
        scenario()
                .given(imported(row(1, "一")))
                .when(new ClarifyPlan("610926-2019", day, Optional.empty(), BASIS, NOW))
                .then(new PlanClarified("610926-2019", day, List.of(FindingCode.ISSUE_DATE_MISSING), BASIS, NOW));
        scenario()
                .given(imported(row(1, "一")))
                .when(new ClarifyPlan("610926-2019", Optional.empty(), Optional.empty(), BASIS, NOW))
                .thenItIsRefused(Rejection.CLARIFICATION_EMPTY, "issuedOn");
    }

    @Test
    void whoever_is_assigned_to_a_task_owes_it() {
        var defined = new TaskDefined(
                "610926-2019-07",
                7,
                text("内容", "各镇", "适时"),
                List.of(ONE, TWO),
                ONGOING,
                List.of(),
                Optional.of(List.of()),
                NOW);
        assertThat(new AssignmentPolicy(facts(defined), NOW).reactTo(defined))
                .allSatisfy(it -> assertThat(it).isInstanceOf(AssignObligation.class))
                .extracting(it -> it.id())
                .containsExactly("610926-2019-07-T01", "610926-2019-07-T02");
    }

    @Test
    void an_answer_reaches_everyone_who_owes_and_whoever_is_released() {
        var defined = new TaskDefined(
                "610926-2019-07",
                7,
                text("内容", "各镇", "适时"),
                List.of(ONE, TWO),
                ONGOING,
                List.of(),
                Optional.of(List.of()),
                NOW);
        var clarified = new TaskClarified(
                "610926-2019-07", List.of(ONE, THREE), List.of("610926-T02"), APRIL, List.of(), BASIS, NOW);
        assertThat(new AssignmentPolicy(facts(defined, clarified), NOW).reactTo(clarified))
                .extracting(it -> it.getClass().getSimpleName() + " " + it.id())
                .containsExactly(
                        ClarifyObligation.class.getSimpleName() + " 610926-2019-07-T01",
                        ClarifyObligation.class.getSimpleName() + " 610926-2019-07-T03",
                        WithdrawObligation.class.getSimpleName() + " 610926-2019-07-T02");
        var amended = new TaskAmended(
                "610926-2019-07",
                7,
                text("内容", "各镇", "4月底前"),
                List.of(ONE),
                List.of("610926-T02"),
                APRIL,
                List.of(),
                Optional.of(List.of()),
                BASIS,
                NOW);
        assertThat(new AssignmentPolicy(facts(defined, amended), NOW).reactTo(amended))
                .extracting(it -> it.getClass().getSimpleName() + " " + it.id())
                .containsExactly(
                        AmendObligation.class.getSimpleName() + " 610926-2019-07-T01",
                        WithdrawObligation.class.getSimpleName() + " 610926-2019-07-T02");
    }

    @Test
    void a_plan_without_a_task_makes_nobody_owe_anything() {
        var imported = new PlanImported("610926-2019", 2019, "", Optional.empty(), DOCUMENT, List.of(), NOW);
        assertThat(new AssignmentPolicy(PlanFacts.of(imported), NOW).reactTo(imported))
                .isEmpty();
    }

    private static PlanFacts facts(PlanEvent... events) {
        var facts = PlanFacts.of(new PlanImported("610926-2019", 2019, "", Optional.empty(), DOCUMENT, List.of(), NOW));
        for (var event : events) {
            facts = facts.with(event);
        }
        return facts;
    }
}
