package gongkai.command.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.domain.plan.TaskReading;
import gongkai.command.importing.rows.Column;
import gongkai.command.importing.rows.SourceRow;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.time.TimeLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a row's neighbours and the plan's issue date say about it. */
class TaskReaderTest {

    private static final UnitDirectory UNITS =
            new UnitDirectory(List.of(new UnitEntry("610926-D05", "县财政局", UnitKind.DEPARTMENT, List.of())));

    private static SourceRow row(int number, String responsibility, String limit, Column... inferred) {
        return new SourceRow(
                number,
                Optional.empty(),
                Map.of(Column.CONTENT, "公开信息", Column.RESPONSIBILITY, responsibility, Column.TIME_LIMIT, limit),
                Set.of(inferred),
                Set.of());
    }

    private static List<TaskReading> read(Optional<LocalDate> issuedOn, SourceRow... rows) {
        return new TaskReader(UNITS, 2019, issuedOn).read(List.of(rows));
    }

    private static List<FindingCode> codes(TaskReading task) {
        return task.findings().stream().map(Finding::code).toList();
    }

    @Test
    void as_above_is_what_the_nearest_row_above_says_and_stays_as_written() {
        var tasks = read(Optional.empty(), row(1, "县财政局", "4月底前"), row(2, "同上", "同上"), row(3, "同上", "同上"));
        assertThat(tasks.getLast().rules().getFirst().timeLimit())
                .isEqualTo(new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")));
        assertThat(tasks.getLast().assignments()).isEqualTo(tasks.getFirst().assignments());
        assertThat(tasks.getLast().text().timeLimit()).isEqualTo("同上");
        assertThat(tasks.getLast().findings()).isEmpty();
    }

    @Test
    void as_above_in_the_first_row_is_asked_about() {
        var task = read(Optional.empty(), row(1, "县财政局", "同上")).getFirst();
        assertThat(codes(task)).containsExactly(FindingCode.TIME_LIMIT_UNCLEAR);
    }

    @Test
    void a_blank_that_no_merged_cell_explains_is_asked_about() {
        var task = read(Optional.empty(), row(1, "", "")).getFirst();
        assertThat(codes(task)).containsExactly(FindingCode.CELL_BLANK, FindingCode.CELL_BLANK);
    }

    @Test
    void a_blank_that_was_taken_for_a_continuation_is_pointed_out() {
        var task =
                read(Optional.empty(), row(1, "县财政局", "适时", Column.TIME_LIMIT)).getFirst();
        assertThat(codes(task)).containsExactly(FindingCode.CELL_INFERRED);
    }

    @Test
    void a_day_that_had_passed_when_the_plan_was_issued_is_pointed_out() {
        var issued = Optional.of(LocalDate.parse("2019-04-15"));
        assertThat(codes(read(issued, row(1, "县财政局", "2019年3月31日前")).getFirst()))
                .containsExactly(FindingCode.TIME_LIMIT_PAST);
        assertThat(codes(read(issued, row(1, "县财政局", "4月底前")).getFirst())).isEmpty();
    }
}
