package gongkai.command.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.domain.Rejected;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanReading;
import gongkai.command.domain.plan.TaskReading;
import gongkai.command.importing.SampleTable;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.InterpretationForm;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real 2019 table of 平利县: 48 rows, and what they must be read as. */
class RealTableTest {

    private static final PlanReading PLAN = new PlanReader("610926", new UnitDirectory(SampleTable.units()))
            .read(SampleTable.table(), 2019, Optional.empty(), Optional.empty());

    private static TaskReading row(int row) {
        return PLAN.tasks().get(row - 1);
    }

    private static TimeLimit limit(int row) {
        return row(row).rules().getFirst().timeLimit();
    }

    private static List<FindingCode> findings(int row) {
        return row(row).findings().stream().map(Finding::code).toList();
    }

    @Test
    void there_are_48_tasks_and_the_section_heading_is_none() {
        assertThat(PLAN.tasks()).hasSize(48);
        assertThat(PLAN.title()).isEqualTo("平利县2019年政务公开工作任务分解表");
        assertThat(PLAN.tasks()).noneMatch(it -> it.text().content().contains("重 点"));
        assertThat(row(14).text().section()).isEmpty();
        assertThat(row(15).text().section()).contains("重 点 领 域 信 息 公 开");
    }

    @Test
    void merged_cells_are_inherited_row_by_row() {
        for (int row = 15; row <= 24; row++) {
            assertThat(row(row).text().responsibility()).isEqualTo("县财政局");
            assertThat(row(row).assignments()).extracting(it -> it.unit()).containsExactly("610926-D05");
            assertThat(limit(row)).isEqualTo(new TimeLimit.Ongoing("适时"));
        }
        assertThat(row(25).text().responsibility()).isEqualTo("县发改局");
        assertThat(row(5).text().directory()).isEqualTo("政府信息\n公开");
        assertThat(row(5).text().category()).isEqualTo("组织机构");
    }

    @Test
    void time_limits_are_five_fixed_dates_one_from_a_trigger_one_window_and_41_ongoing() {
        assertThat(Stream.of(4, 5).map(RealTableTest::limit))
                .allMatch(new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"))::equals);
        assertThat(Stream.of(7, 9, 10).map(RealTableTest::limit))
                .allMatch(new TimeLimit.FixedDate("10月底前", LocalDate.parse("2019-10-31"))::equals);
        assertThat(limit(8))
                .isEqualTo(
                        new TimeLimit.AfterTrigger("受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty()));
        assertThat(limit(11)).isEqualTo(new TimeLimit.Window("寒暑假期", Optional.empty(), Optional.empty()));
        assertThat(PLAN.tasks().stream().filter(it -> it.rules().getFirst().timeLimit() instanceof TimeLimit.Ongoing))
                .hasSize(41);
        assertThat(PLAN.tasks()).allMatch(it -> it.rules().getFirst().adopted());
    }

    @Test
    void row_7_holds_three_rules_of_which_the_deadline_cell_gives_one() {
        var pictures = List.of(InterpretationForm.IMAGE, InterpretationForm.VIDEO);
        var printed = new TimeLimit.AfterTrigger("在文件正式印制3日内", 3, CountingUnit.DAYS, "文件正式印制", Optional.empty());
        assertThat(row(7).rules())
                .containsExactly(
                        new Rule(
                                new Requirement(RequirementKind.INTERPRETATION, 1, pictures),
                                limit(7),
                                RuleSource.DEADLINE,
                                true),
                        new Rule(Requirement.once(RequirementKind.PUBLICATION), printed, RuleSource.CONTENT, false),
                        new Rule(
                                new Requirement(RequirementKind.INTERPRETATION, 1, pictures),
                                printed,
                                RuleSource.CONTENT,
                                false));
    }

    @Test
    void a_frequency_in_a_row_of_its_own_is_proposed_for_the_rows_above_it() {
        var monthly =
                new TimeLimit.Recurring("每月公开一次", Period.MONTH, Optional.empty(), Optional.empty(), Optional.empty());
        for (int row : List.of(21, 22, 23)) {
            assertThat(row(row).rules())
                    .extracting(Rule::timeLimit)
                    .containsExactly(new TimeLimit.Ongoing("适时"), monthly);
            assertThat(row(row).rules().getLast().adopted()).isFalse();
            assertThat(findings(row)).contains(FindingCode.RULE_PROPOSED);
        }
        assertThat(row(21).findings().getLast().message()).contains("第23行");
        assertThat(row(24).rules()).hasSize(1);
    }

    @Test
    void row_45_holds_a_monthly_rule_and_one_whose_frequency_is_not_said() {
        assertThat(row(45).rules())
                .extracting(it -> it.timeLimit().getClass().getSimpleName() + " " + it.adopted())
                .containsExactly("Ongoing true", "Unclear false", "Recurring false");
        assertThat(findings(45)).contains(FindingCode.FREQUENCY_UNSTATED, FindingCode.RULE_PROPOSED);
    }

    @Test
    void row_35_holds_a_yearly_report_and_no_other_row_holds_a_rule_of_its_own() {
        assertThat(row(35).rules().getLast().timeLimit())
                .isInstanceOfSatisfying(
                        TimeLimit.Recurring.class, it -> assertThat(it.every()).isEqualTo(Period.YEAR));
        assertThat(PLAN.tasks().stream().filter(it -> it.rules().size() > 1).map(TaskReading::row))
                .containsExactly(7, 21, 22, 23, 35, 45);
    }

    @Test
    void quotas_and_kinds_are_read_from_the_content() {
        assertThat(row(9).rules().getFirst().requirement())
                .isEqualTo(new Requirement(RequirementKind.ACTIVITY, 1, List.of()));
        assertThat(findings(9)).contains(FindingCode.QUOTA_TO_CONFIRM);
        assertThat(row(10).rules().getFirst().requirement())
                .isEqualTo(new Requirement(RequirementKind.ACTIVITY, 1, List.of()));
        assertThat(findings(10)).doesNotContain(FindingCode.QUOTA_TO_CONFIRM);
        assertThat(row(8).rules().getFirst().requirement().kind()).isEqualTo(RequirementKind.RESPONSE);
        assertThat(row(4).rules().getFirst().requirement().kind()).isEqualTo(RequirementKind.PUBLICATION);
    }

    @Test
    void classes_expand_by_the_register() {
        assertThat(row(3).assignments()).hasSize(34);
        assertThat(row(4).assignments()).hasSize(11);
        assertThat(row(5).assignments()).hasSize(23);
        assertThat(row(7).assignments()).hasSize(23);
        assertThat(row(11).assignments()).hasSize(23).allMatch(it -> it.role() == Role.COOPERATING);
        assertThat(PLAN.tasks().stream().mapToInt(it -> it.assignments().size()).sum())
                .isEqualTo(258);
    }

    /** The fourteen questions of the table; each is asked in these rows and in no other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CLASS_MEMBERS        | 3 4 5 7 8 9 10 11
        CLASS_EMPTY          | 5
        UNITS_UNNAMED        | 30 33
        UNITS_OPEN           | 26 27 28 31 32 34 35 38 39 40 43 45 47 48
        LEAD_MISSING         | 11
        WINDOW_DATES_MISSING | 11
        RULE_PROPOSED        | 7 21 22 23 35 45
        TRIGGER_TO_CONFIRM   | 8
        FREQUENCY_UNSTATED   | 45
        QUOTA_TO_CONFIRM     | 9
        CONTENT_NAMES_OTHERS | 15 16 17 18 19 20 21 22 45
        UNIT_RENAMED         | 27 40 46
        WORDING_DOUBTFUL     | 1 2 6 47
        PARTS_UNDIVIDED      | 36 37 41 46
        """)
    void what_the_table_leaves_open_is_asked(FindingCode code, String rows) {
        assertThat(PLAN.tasks().stream()
                        .filter(it -> findings(it.row()).contains(code))
                        .map(it -> String.valueOf(it.row()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rows);
    }

    @Test
    void nothing_else_is_asked_and_the_order_is_stable() throws IOException {
        assertThat(PLAN.findings()).extracting(Finding::code).containsExactly(FindingCode.ISSUE_DATE_MISSING);
        var asked = PLAN.tasks().stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> "%s\t%s\t%s\t%s".formatted(it.cell(), it.code(), it.message(), it.suggestion()))
                .toList();
        assertThat(asked).isEqualTo(Files.readAllLines(Path.of("src/test/resources/reading/pingli-2019-findings.tsv")));
    }

    @Test
    void slips_of_the_pen_do_not_hide_a_unit() {
        assertThat(row(6).assignments()).extracting(it -> it.name()).containsExactly("县统计局");
        assertThat(row(47).assignments()).hasSize(5);
        assertThat(row(45).assignments()).hasSize(4);
    }

    @Test
    void an_issue_date_that_is_given_is_no_question() {
        var issued = Optional.of(LocalDate.parse("2019-03-20"));
        var plan = new PlanReader("610926", new UnitDirectory(SampleTable.units()))
                .read(SampleTable.table(), 2019, issued, Optional.empty());
        assertThat(plan.issuedOn()).isEqualTo(issued);
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void a_year_that_contradicts_the_title_is_refused_with_both() {
        assertThatThrownBy(() -> new PlanReader("610926", new UnitDirectory(SampleTable.units()))
                        .read(SampleTable.table(), 2020, Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(Rejected.class, it -> {
                    assertThat(it.rejection()).isEqualTo(Rejection.YEAR_CONTRADICTS_TITLE);
                    assertThat(it.detail()).contains("2020", "平利县2019年政务公开工作任务分解表", "year=2019");
                });
    }
}
