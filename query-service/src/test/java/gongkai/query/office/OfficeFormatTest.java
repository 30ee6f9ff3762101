package gongkai.query.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.query.office.OfficeCell.Line;
import gongkai.query.office.OfficeTable.Column;
import gongkai.query.office.OfficeTable.Row.Cells;
import gongkai.query.office.OfficeTable.Row.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeFormatTest {

    private static final URI ADDRESS = URI.create("https://例子.example/1?a=一&b=2");
    private static final String HOSTILE = "</w:t><script>alert(1)</script>&amp;\u0001";

    private static OfficeDocument document(OfficeCell... cells) {
        return new OfficeDocument(
                "标题",
                List.of(new OfficeTable(
                        Optional.empty(),
                        List.of(new Column("甲", 1), new Column("乙", 2)),
                        List.of(
                                new Section("一、分节"),
                                new Cells(List.of(OfficeCell.of("上"), cells[0])),
                                new Cells(List.of(OfficeCell.of("上", true), cells[cells.length - 1]))))),
                "说明：末行",
                Instant.parse("2019-05-06T01:00:00Z"));
    }

    private static XWPFDocument word(OfficeDocument it) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(OfficeFormat.DOCX.write(it)));
    }

    private static XSSFWorkbook excel(OfficeDocument it) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(OfficeFormat.XLSX.write(it)));
    }

    private static String csv(OfficeDocument it) {
        return new String(OfficeFormat.CSV.write(it), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠1"})
    void what_could_be_a_formula_goes_out_as_text(String text) throws IOException {
        assertThat(csv(document(OfficeCell.of(text)))).contains("'" + text);
        try (var workbook = excel(document(OfficeCell.of(text)))) {
            var cell = workbook.getSheetAt(0).getRow(3).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue().replace("_x000D_", "\r")).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void other_text_goes_out_as_it_is() throws IOException {
        assertThat(csv(document(OfficeCell.of("1=1")))).contains(",1=1\r\n").doesNotContain("'");
        try (var workbook = excel(document(OfficeCell.of("1=1")))) {
            assertThat(workbook.getSheetAt(0)
                            .getRow(3)
                            .getCell(1)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isFalse();
        }
    }

    @Test
    void csv_has_excel_s_mark_quotes_what_must_be_and_repeats_merged_text() {
        assertThat(csv(document(OfficeCell.of("一，\"二\"\n三"))))
                .isEqualTo("\uFEFF标题\r\n甲,乙\r\n一、分节\r\n上,\"一，\"\"二\"\"\n三\"\r\n上,\"一，\"\"二\"\"\n三\"\r\n说明：末行\r\n");
    }

    @Test
    void a_cell_keeps_its_lines_tabs_and_spaces_in_word() throws IOException {
        try (var word = word(document(OfficeCell.of(" 一\t二\n\n 三 ")))) {
            var cell = word.getTables().getFirst().getRow(2).getCell(1);
            assertThat(cell.getParagraphs().stream().map(it -> it.getText())).containsExactly(" 一\t二", "", " 三 ");
        }
    }

    @Test
    void hostile_text_stays_text_in_word() throws IOException {
        try (var word = word(document(OfficeCell.of(HOSTILE)))) {
            assertThat(word.getTables().getFirst().getRow(2).getCell(1).getText())
                    .startsWith("</w:t><script>alert(1)</script>&amp;");
        }
    }

    @Test
    void a_line_leads_to_its_address_and_a_cell_of_one_address_does_in_excel() throws IOException {
        var one = new OfficeCell(List.of(new Line("公开", Optional.of(ADDRESS))), false);
        try (var word = word(document(one))) {
            var run = (XWPFHyperlinkRun) word.getTables()
                    .getFirst()
                    .getRow(2)
                    .getCell(1)
                    .getParagraphArray(0)
                    .getRuns()
                    .getFirst();
            assertThat(run.getHyperlink(word).getURL()).isEqualTo(ADDRESS.toASCIIString());
            assertThat(run.text()).isEqualTo("公开");
        }
        var two = new OfficeCell(
                List.of(
                        new Line("公开", Optional.of(ADDRESS)),
                        new Line("解读", Optional.of(URI.create("https://www.example.gov.cn/2")))),
                false);
        try (var workbook = excel(document(one, two))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(1).getHyperlink().getAddress()).isEqualTo(ADDRESS.toASCIIString());
            assertThat(sheet.getRow(4).getCell(1).getHyperlink()).isNull();
        }
    }

    @Test
    void merged_cells_and_sections_are_merged() throws IOException {
        try (var word = word(document(OfficeCell.of("")))) {
            var rows = word.getTables().getFirst().getRows();
            assertThat(rows.get(1).getTableCells()).hasSize(1);
            assertThat(rows.get(1).getCell(0).getCTTc().getTcPr().getGridSpan().getVal())
                    .isEqualTo(2);
            assertThat(rows.get(2).getCell(0).getCTTc().getTcPr().getVMerge().getVal())
                    .hasToString("restart");
            assertThat(rows.get(3).getCell(0).getCTTc().getTcPr().getVMerge().getVal())
                    .hasToString("continue");
            assertThat(rows.get(3).getCell(1).getCTTc().getTcPr().getVMerge()).isNull();
        }
        try (var workbook = excel(document(OfficeCell.of("")))) {
            assertThat(workbook.getSheetAt(0).getMergedRegions())
                    .extracting(it -> it.formatAsString())
                    .containsExactlyInAnyOrder("A1:B1", "A3:B3", "A4:A5", "A6:B6");
        }
    }

    @Test
    void a_cell_longer_than_excel_holds_says_that_it_goes_on() throws IOException {
        try (var workbook = excel(document(OfficeCell.of("长".repeat(40_000))))) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(1).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("…（未完，余下见系统）");
        }
    }

    @ParameterizedTest
    @EnumSource(OfficeFormat.class)
    void the_same_document_gives_the_same_bytes_whenever_it_is_written(OfficeFormat format) throws Exception {
        var it = document(OfficeCell.of("公开"));
        var first = format.write(it);
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true); // POI and ZIP stamp whole or even seconds
        assertThat(format.write(it)).isEqualTo(first);
    }
}
