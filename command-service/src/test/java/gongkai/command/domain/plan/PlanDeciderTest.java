package gongkai.command.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.Scenario;
import gongkai.command.domain.plan.PlanCommand.ImportPlan;
import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.time.TimeLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDeciderTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final SourceDocument DOCUMENT = new SourceDocument("分解表.docx", "ab12", 7568L);
    private static final TaskText TEXT = new TaskText(Optional.empty(), "目录", "分类", "内容", "各镇", "适时");
    private static final List<Assignment> TOWNS = List.of(
            new Assignment("610926-T01", "城关镇", Role.LEAD), new Assignment("610926-T02", "兴隆镇", Role.COOPERATING));
    private static final List<Rule> RULES = List.of(new Rule(
            Requirement.once(RequirementKind.PUBLICATION), new TimeLimit.Ongoing("适时"), RuleSource.DEADLINE, true));

    private static Scenario<PlanCommand, PlanState, PlanEvent> scenario() {
        return Scenario.of(new PlanDecider());
    }

    private static ImportPlan importPlan(SourceDocument document, Finding... findings) {
        var task = new TaskReading(7, TEXT, TOWNS, RULES, List.of(findings));
        return new ImportPlan(
                new PlanReading("610926-2019", 2019, "平利县2019年", Optional.empty(), List.of(task), List.of()),
                document,
                NOW);
    }

    @Test
    void a_table_is_taken_in_as_a_plan_and_its_tasks() {
        scenario()
                .when(importPlan(DOCUMENT))
                .then(
                        new PlanImported("610926-2019", 2019, "平利县2019年", Optional.empty(), DOCUMENT, List.of(), NOW),
                        new TaskDefined("610926-2019-07", 7, TEXT, TOWNS, RULES, List.of(), NOW));
    }

    @Test
    void the_same_document_again_changes_nothing() {
        scenario().given(importPlan(DOCUMENT)).when(importPlan(DOCUMENT)).thenNothingHappens();
    }

    @Test
    void another_document_in_its_place_is_refused() {
        scenario()
                .given(importPlan(DOCUMENT))
                .when(importPlan(new SourceDocument("分解表2.docx", "cd34", 1L)))
                .thenItIsRefused(Rejection.PLAN_EXISTS, "610926-2019", "ab12");
    }

    @Test
    void a_question_is_taken_in_but_an_error_is_refused_with_its_cell_and_cure() {
        var question = new Finding(FindingCode.UNITS_OPEN, FindingCode.UNITS_OPEN.severity(), "第7行·责任单位", "谁", "答");
        var error = new Finding(FindingCode.UNIT_UNKNOWN, FindingCode.UNIT_UNKNOWN.severity(), "第7行·责任单位", "没有", "补入");
        assertThat(scenario().when(importPlan(DOCUMENT, question)).events()).hasSize(2);
        scenario()
                .when(importPlan(DOCUMENT, question, error))
                .thenItIsRefused(Rejection.UNIT_UNKNOWN, "第7行·责任单位", "没有", "补入");
    }

    @Test
    void whoever_is_assigned_to_a_task_owes_it() {
        var defined = new TaskDefined("610926-2019-07", 7, TEXT, TOWNS, RULES, List.of(), NOW);
        assertThat(AssignmentPolicy.reactTo(defined, NOW))
                .extracting(it -> it.obligation() + " " + it.assignment().role())
                .containsExactly("610926-2019-07-T01 LEAD", "610926-2019-07-T02 COOPERATING");
    }

    @Test
    void a_plan_without_a_task_makes_nobody_owe_anything() {
        var imported = new PlanImported("610926-2019", 2019, "", Optional.empty(), DOCUMENT, List.of(), NOW);
        assertThat(AssignmentPolicy.reactTo(imported, NOW)).isEmpty();
    }
}
