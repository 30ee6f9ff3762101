package gongkai.command.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.importing.rows.Column;
import gongkai.command.importing.rows.UnreadableTableException;
import gongkai.command.importing.rows.UnreadableTableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    private final TableReader reader = new TableReader();

    /** A Word file with one table; each row's cells divided by |. */
    private static byte[] word(String... rows) throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("某县2019年任务分解表");
            if (rows.length > 0) {
                var width = rows[0].split("\\|", -1).length;
                var table = document.createTable(rows.length, width);
                for (int row = 0; row < rows.length; row++) {
                    var cells = rows[row].split("\\|", -1);
                    for (int cell = 0; cell < width; cell++) {
                        table.getRow(row).getCell(cell).setText(cells[cell]);
                    }
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void refused(String name, byte[] content, Reason reason, String... words) {
        assertThatThrownBy(() -> reader.read(name, content))
                .isInstanceOfSatisfying(UnreadableTableException.class, it -> {
                    assertThat(it.reason()).isEqualTo(reason);
                    List.of(words).forEach(word -> assertThat(it.detail()).contains(word));
                });
    }

    @Test
    void columns_may_stand_in_any_order_and_repeated_headings_and_empty_rows_are_no_tasks() throws IOException {
        var table = reader.read(
                "表.docx",
                word("完成时限|责任单位|公开内容|分类|公开目录", "适时|各镇|甲|乙|丙", "完成时限|责任单位|公开内容|分类|公开目录", "||||", "4月底前|各部门|丁|戊|己"));
        assertThat(table.heading()).containsExactly("某县2019年任务分解表");
        assertThat(table.rows()).extracting(it -> it.text(Column.CONTENT)).containsExactly("甲", "丁");
        assertThat(table.rows().getLast().cell(Column.TIME_LIMIT)).isEqualTo("第2行·完成时限");
    }

    @Test
    void an_empty_file_is_refused() {
        refused("表.docx", new byte[0], Reason.FILE_EMPTY, "表.docx");
    }

    @Test
    void another_type_of_file_is_refused_with_what_to_do() throws IOException {
        refused("表.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8), Reason.FILE_TYPE_UNSUPPORTED, "表.pdf", ".docx");
        refused("表.png", new byte[] {1}, Reason.FILE_TYPE_UNSUPPORTED, ".docx", ".xlsx", ".csv", ".txt");
        refused("表.wps", new byte[] {1}, Reason.FILE_TYPE_UNSUPPORTED, "WPS");
        refused("表.docm", word("公开内容|责任单位|完成时限"), Reason.FILE_TYPE_UNSUPPORTED, "macros");
        refused("表.csv", word("公开内容|责任单位|完成时限"), Reason.FILE_TYPE_UNSUPPORTED, "Office document");
    }

    @Test
    void an_old_word_or_excel_file_is_known_by_its_content_whatever_it_calls_itself() throws IOException {
        byte[] old;
        try (var files = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(new byte[] {1}), "WordDocument");
            files.writeFilesystem(bytes);
            old = bytes.toByteArray();
        }
        refused("表.doc", old, Reason.FILE_TYPE_UNSUPPORTED, "old Word format", ".docx");
        refused("表.docx", old, Reason.FILE_TYPE_UNSUPPORTED, "old Word format");
        refused("表.xls", old, Reason.FILE_TYPE_UNSUPPORTED, "old Excel format", ".xlsx");
    }

    @Test
    void a_password_is_told_apart_from_damage() throws IOException {
        byte[] locked;
        try (var files = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(new byte[] {1}), "EncryptedPackage");
            files.writeFilesystem(bytes);
            locked = bytes.toByteArray();
        }
        refused("表.docx", locked, Reason.FILE_TYPE_UNSUPPORTED, "password");
    }

    @Test
    void what_only_calls_itself_a_word_file_is_refused() throws IOException {
        refused("表.docx", "not a zip".getBytes(StandardCharsets.UTF_8), Reason.FILE_DAMAGED);
        var whole = word("公开目录|分类|公开内容|责任单位|完成时限");
        refused("表.docx", Arrays.copyOf(whole, whole.length / 2), Reason.FILE_DAMAGED, "表.docx");
        refused("表.xlsx", whole, Reason.FILE_DAMAGED, "表.xlsx");
    }

    @Test
    void a_document_without_a_task_table_is_refused() throws IOException {
        refused("表.docx", word(), Reason.TABLE_MISSING, "0 tables");
        refused("表.docx", word("姓名|电话", "甲|1"), Reason.TABLE_MISSING, "公开内容");
    }

    @Test
    void a_missing_column_is_named_beside_the_headings_that_are_there() throws IOException {
        refused(
                "表.docx",
                word("公开目录|分类|公开内容|完成时限", "甲|乙|丙|适时"),
                Reason.COLUMN_MISSING,
                "责任单位",
                "row 1",
                "«公开目录» «分类» «公开内容» «完成时限»");
    }

    @Test
    void headings_vary_and_a_table_may_have_no_directory() throws IOException {
        var table = reader.read("表.docx", word("序号|工作任务|牵头单位|配合单位|完成时间（2019年）|备注", "1|甲|县发改局|各镇|适时|无"));
        var row = table.rows().getFirst();
        assertThat(row.text(Column.CONTENT)).isEqualTo("甲");
        assertThat(row.text(Column.RESPONSIBILITY)).isEqualTo("牵头单位：县发改局\n配合单位：各镇");
        assertThat(row.text(Column.TIME_LIMIT)).isEqualTo("适时");
        assertThat(row.text(Column.DIRECTORY)).isEmpty();
    }

    @Test
    void a_remark_below_the_last_task_is_no_section_of_tasks() throws IOException {
        var table = reader.read("表.csv", """
                某县2019年任务分解表
                工作任务,责任单位,完成时限
                甲,县发改局,适时
                注：本表由县政府办负责解释,,
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.heading()).containsExactly("某县2019年任务分解表");
    }

    @Test
    void a_blank_in_csv_continues_the_cell_above_and_says_so() {
        var table = reader.read("表.csv", """
                公开目录;工作任务;责任单位;完成时限
                甲;一;县发改局;适时
                ;二;;
                """.getBytes(StandardCharsets.UTF_8));
        var second = table.rows().getLast();
        assertThat(second.text(Column.RESPONSIBILITY)).isEqualTo("县发改局");
        assertThat(second.text(Column.DIRECTORY)).isEqualTo("甲");
        assertThat(second.inferred()).containsExactly(Column.DIRECTORY, Column.RESPONSIBILITY, Column.TIME_LIMIT);
    }

    @Test
    void a_blank_in_a_word_table_that_is_not_merged_stays_blank() throws IOException {
        var table = reader.read("表.docx", word("工作任务|责任单位|完成时限", "一|县发改局|适时", "二||"));
        assertThat(table.rows().getLast().text(Column.RESPONSIBILITY)).isEmpty();
    }

    @Test
    void text_that_is_neither_utf_8_nor_gb18030_is_refused() {
        refused("表.csv", new byte[] {(byte) 0xff, (byte) 0xff, 0, 1}, Reason.FILE_DAMAGED, "UTF-8", "GB18030");
    }

    @Test
    void a_table_of_more_rows_than_any_county_has_is_refused() {
        var csv = new StringBuilder("工作任务,责任单位,完成时限\n");
        for (int i = 0; i < 5_001; i++) {
            csv.append("甲,县发改局,适时\n");
        }
        refused("表.csv", csv.toString().getBytes(StandardCharsets.UTF_8), Reason.TABLE_TOO_LARGE, "5,000");
    }

    @Test
    void a_cell_longer_than_any_task_is_refused() {
        var csv = "工作任务,责任单位,完成时限\n" + "甲".repeat(20_001) + ",县发改局,适时\n";
        refused("表.csv", csv.getBytes(StandardCharsets.UTF_8), Reason.TABLE_TOO_LARGE, "row 1", "20,000");
    }

    @Test
    void of_two_columns_that_could_hold_the_content_the_later_does_and_the_earlier_says_what_it_is_about() {
        var table = reader.read("表.csv", """
                序号,重点任务,具体内容,牵头单位,配合单位,完成时限
                1,财政信息,公开预算,区财政局,各部门,适时
                2,,公开债务,区政府办,,适时
                """.getBytes(StandardCharsets.UTF_8));
        var row = table.rows().getLast();
        assertThat(row.text(Column.CATEGORY)).isEqualTo("财政信息");
        assertThat(row.text(Column.CONTENT)).isEqualTo("公开债务");
        assertThat(row.text(Column.RESPONSIBILITY)).isEqualTo("牵头单位：区政府办");
        assertThat(row.inferred()).containsExactly(Column.CATEGORY);
    }
}
