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
import gongkai.event.Role;
import gongkai.time.TimeLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    void time_limits_are_five_fixed_dates_one_from_a_trigger_one_unclear_and_41_ongoing() {
        assertThat(Stream.of(4, 5).map(RealTableTest::limit))
                .allMatch(new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"))::equals);
        assertThat(Stream.of(7, 9, 10).map(RealTableTest::limit))
                .allMatch(new TimeLimit.FixedDate("10月底前", LocalDate.parse("2019-10-31"))::equals);
        assertThat(limit(8)).isInstanceOf(TimeLimit.AfterTrigger.class);
        assertThat(limit(11)).isEqualTo(new TimeLimit.Unclear("寒暑假期"));
        assertThat(PLAN.tasks().stream().filter(it -> it.rules().getFirst().timeLimit() instanceof TimeLimit.Ongoing))
                .hasSize(41);
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

    @Test
    void what_the_table_leaves_open_is_asked() {
        assertThat(PLAN.findings()).extracting(Finding::code).containsExactly(FindingCode.ISSUE_DATE_MISSING);
        assertThat(findings(5)).containsExactly(FindingCode.CLASS_EMPTY);
        assertThat(findings(11)).containsExactly(FindingCode.LEAD_MISSING, FindingCode.TIME_LIMIT_UNCLEAR);
        assertThat(Stream.of(30, 33).map(RealTableTest::findings)).allMatch(List.of(FindingCode.UNITS_UNNAMED)::equals);
        assertThat(Stream.of(26, 27, 28, 31, 32, 34, 35, 38, 39, 40, 43, 45, 47, 48)
                        .map(RealTableTest::findings))
                .allMatch(List.of(FindingCode.UNITS_OPEN)::equals);
        assertThat(PLAN.tasks().stream().mapToInt(it -> it.findings().size()).sum())
                .isEqualTo(1 + 2 + 2 + 14);
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
