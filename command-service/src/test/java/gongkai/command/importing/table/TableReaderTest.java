package gongkai.command.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.importing.table.UnreadableTableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
    void another_type_of_file_is_refused_with_what_to_do() {
        refused("表.doc", new byte[] {1}, Reason.FILE_TYPE_UNSUPPORTED, "表.doc", ".docx");
        refused("表.pdf", new byte[] {1}, Reason.FILE_TYPE_UNSUPPORTED, "表.pdf");
    }

    @Test
    void what_only_calls_itself_a_word_file_is_refused() throws IOException {
        refused("表.docx", "not a zip".getBytes(StandardCharsets.UTF_8), Reason.FILE_DAMAGED);
        var whole = word("公开目录|分类|公开内容|责任单位|完成时限");
        refused("表.docx", Arrays.copyOf(whole, whole.length / 2), Reason.FILE_DAMAGED, "表.docx");
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
}
