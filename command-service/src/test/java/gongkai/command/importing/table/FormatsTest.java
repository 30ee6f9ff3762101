package gongkai.command.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.domain.plan.PlanReading;
import gongkai.command.importing.SampleTable;
import gongkai.command.importing.reading.PlanReader;
import gongkai.command.importing.reading.UnitDirectory;
import gongkai.command.importing.rows.Column;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.event.FindingCode;
import gongkai.event.TaskText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The same table gives the same plan, whichever file it comes in. */
class FormatsTest {

    private static final List<Column> COLUMNS =
            List.of(Column.DIRECTORY, Column.CATEGORY, Column.CONTENT, Column.RESPONSIBILITY, Column.TIME_LIMIT);

    private static final SourceTable WORD = SampleTable.table();
    private static final PlanReading PLAN = plan(WORD);

    private static PlanReading plan(SourceTable table) {
        return new PlanReader("610926", new UnitDirectory(SampleTable.units()))
                .read(table, 2019, Optional.empty(), Optional.empty());
    }

    private static void assertSamePlan(SourceTable table) {
        var plan = plan(table);
        assertThat(plan.title()).isEqualTo(PLAN.title());
        assertThat(plan.tasks()).hasSameSizeAs(PLAN.tasks());
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var same = PLAN.tasks().get(i);
            assertThat(joined(task.text())).isEqualTo(joined(same.text()));
            assertThat(task.assignments()).as("row " + task.row()).isEqualTo(same.assignments());
            assertThat(task.rules()).as("row " + task.row()).isEqualTo(same.rules());
            assertThat(task.findings().stream().filter(it -> it.code() != FindingCode.CELL_INFERRED))
                    .containsExactlyElementsOf(same.findings());
        }
    }

    private static List<String> joined(TaskText it) {
        return List.of(
                TaskText.oneLine(it.section().orElse("")),
                TaskText.oneLine(it.directory()),
                TaskText.oneLine(it.category()),
                TaskText.oneLine(it.content()),
                TaskText.oneLine(it.responsibility()).replace("[bookmark:_GoBack]", ""),
                TaskText.oneLine(it.timeLimit()));
    }

    @Test
    void the_pasted_text_gives_the_plan_of_the_word_file() throws IOException {
        try (var text = Objects.requireNonNull(getClass().getResourceAsStream("/pingli-2019-task-breakdown.txt"))) {
            assertSamePlan(new TableReader().read("表.txt", text.readAllBytes()));
        }
    }

    @Test
    void csv_in_utf_8_or_gb18030_gives_the_plan_of_the_word_file() throws IOException {
        assertSamePlan(new TableReader().read("表.csv", csv().getBytes(StandardCharsets.UTF_8)));
        assertSamePlan(new TableReader().read("表.csv", ("\uFEFF" + csv()).getBytes(StandardCharsets.UTF_8)));
        assertSamePlan(new TableReader().read("表.csv", csv().getBytes(Charset.forName("GB18030"))));
    }

    /** As a spreadsheet saves merged cells: only the first one has the text. */
    private static String csv() throws IOException {
        var text = new StringWriter();
        try (var lines = CSVFormat.EXCEL.print(text)) {
            for (var line : WORD.heading()) {
                lines.printRecord(line, "", "", "", "");
            }
            lines.printRecord(COLUMNS.stream().map(Column::heading).toList());
            var section = Optional.<String>empty();
            for (var row : WORD.rows()) {
                if (!row.section().equals(section)) {
                    section = row.section();
                    lines.printRecord(section.orElseThrow(), "", "", "", "");
                }
                var inMerged = row.number() >= 16 && row.number() <= 24;
                lines.printRecord(COLUMNS.stream()
                        .map(it -> inMerged && (it == Column.RESPONSIBILITY || it == Column.TIME_LIMIT)
                                ? ""
                                : row.text(it))
                        .toList());
            }
        }
        return text.toString();
    }

    @Test
    void a_workbook_with_merged_ranges_gives_the_plan_of_the_word_file() throws IOException {
        assertSamePlan(new TableReader().read("表.xlsx", xlsx()));
    }

    private static byte[] xlsx() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("填表说明");
            var sheet = workbook.createSheet("任务");
            for (var line : WORD.heading()) {
                across(sheet, line);
            }
            line(sheet, COLUMNS.stream().map(Column::heading).toList());
            var section = Optional.<String>empty();
            for (var row : WORD.rows()) {
                if (!row.section().equals(section)) {
                    section = row.section();
                    across(sheet, section.orElseThrow());
                }
                line(sheet, COLUMNS.stream().map(row::text).toList());
                if (row.number() == 24) {
                    int last = sheet.getLastRowNum();
                    sheet.addMergedRegion(new CellRangeAddress(last - 9, last, 3, 3));
                    sheet.addMergedRegion(new CellRangeAddress(last - 9, last, 4, 4));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void line(XSSFSheet sheet, List<String> cells) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private static void across(XSSFSheet sheet, String text) {
        line(sheet, List.of(text));
        sheet.addMergedRegion(new CellRangeAddress(sheet.getLastRowNum(), sheet.getLastRowNum(), 0, 4));
    }

    @Test
    void dates_in_a_workbook_read_as_they_are_shown_and_formulas_as_they_were_computed() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            line(sheet, List.of("工作任务", "责任单位", "完成时限"));
            line(sheet, List.of("甲", "各镇", ""));
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            var cell = sheet.getRow(1).createCell(2);
            cell.setCellValue(LocalDate.parse("2019-04-30"));
            cell.setCellStyle(day);
            workbook.write(bytes);
            var table = new TableReader().read("表.xlsx", bytes.toByteArray());
            assertThat(table.rows().getFirst().text(Column.TIME_LIMIT)).isEqualTo("2019-04-30");
        }
    }

    @Test
    void a_range_merged_over_the_whole_sheet_costs_no_more_than_its_rows() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            line(sheet, List.of("甲"));
            sheet.addMergedRegionUnsafe(CellRangeAddress.valueOf("A1:XFD65536"));
            workbook.write(bytes);
            assertThatThrownBy(() -> new TableReader().read("表.xlsx", bytes.toByteArray()))
                    .isInstanceOf(UnreadableTableException.class)
                    .hasMessageContaining("1 sheets");
        }
    }
}
