package gongkai.command.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.importing.rows.Column;
import gongkai.command.importing.rows.SourceTable;
import gongkai.command.importing.rows.UnreadableTableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What Word really writes, as raw XML. */
class WordDocumentTest {

    private static final String HEADINGS = row(cell("工作任务") + cell("责任单位") + cell("完成时限"));

    private static String paragraph(String runs) {
        return "<w:p>" + runs + "</w:p>";
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String cell(String text) {
        return tc("", paragraph(run(text)));
    }

    private static String tc(String properties, String content) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
    }

    private static String row(String cells) {
        return "<w:tr>" + cells + "</w:tr>";
    }

    private static String table(String rows) {
        return "<w:tbl>" + rows + "</w:tbl>";
    }

    private static byte[] docx(String body) {
        return pack("""
                <?xml version="1.0" encoding="UTF-8"?>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>
                """.formatted(body));
    }

    private static byte[] pack(String document) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(bytes)) {
                entry(zip, "[Content_Types].xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                        """);
                entry(zip, "_rels/.rels", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                        """);
                entry(zip, "word/document.xml", document);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.strip().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static SourceTable read(String body) {
        return new TableReader().read("表.docx", docx(body));
    }

    private static String first(SourceTable table, Column column) {
        return table.rows().getFirst().text(column);
    }

    @Test
    void runs_and_paragraphs_are_joined_as_they_stand() {
        var content = tc("", paragraph(run("4月") + run("底")) + paragraph(run("前")));
        var table = read(table(HEADINGS + row(cell("甲") + cell("各镇") + content)));
        assertThat(first(table, Column.TIME_LIMIT)).isEqualTo("4月底\n前");
    }

    @Test
    void inserted_text_counts_and_deleted_text_does_not() {
        var content = paragraph(run("公开")
                + "<w:ins w:id=\"1\" w:author=\"a\">" + run("预算") + "</w:ins>"
                + "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>决算</w:delText></w:r></w:del>"
                + "<w:moveFrom w:id=\"3\" w:author=\"a\">" + run("旧处") + "</w:moveFrom>"
                + "<w:moveTo w:id=\"4\" w:author=\"a\">" + run("新处") + "</w:moveTo>");
        var deletedRow = "<w:tr><w:trPr><w:del w:id=\"5\" w:author=\"a\"/></w:trPr>" + cell("丁") + cell("各镇")
                + cell("适时") + "</w:tr>";
        var table = read(table(HEADINGS + row(tc("", content) + cell("各镇") + cell("适时")) + deletedRow));
        assertThat(table.rows()).hasSize(1);
        assertThat(first(table, Column.CONTENT)).isEqualTo("公开预算新处");
    }

    @Test
    void content_controls_are_seen_through_around_text_cells_rows_and_tables() {
        var controlled = "<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>";
        var text = tc("", paragraph(controlled.formatted(run("甲"))));
        var wrapped = controlled.formatted(row(text + controlled.formatted(cell("各镇")) + cell("适时")));
        var table = read(paragraph(run("某县2019年任务分解表")) + controlled.formatted(table(HEADINGS + wrapped)));
        assertThat(first(table, Column.CONTENT)).isEqualTo("甲");
        assertThat(first(table, Column.RESPONSIBILITY)).isEqualTo("各镇");
        assertThat(table.heading()).containsExactly("某县2019年任务分解表");
    }

    @Test
    void field_codes_are_not_text_and_their_results_are() {
        var content = paragraph(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("甲")
                        + "<w:r><w:tab/></w:r><w:r><w:br/></w:r>" + run("乙"));
        var table = read(table(HEADINGS + row(tc("", content) + cell("各镇") + cell("适时"))));
        assertThat(first(table, Column.CONTENT)).isEqualTo("甲\t\n乙");
    }

    @Test
    void merges_both_ways_reach_every_row_and_column_that_they_cover() {
        var restart = "<w:vMerge w:val=\"restart\"/>";
        var on = "<w:vMerge/>";
        var table = read(table(row(cell("公开目录") + cell("工作任务") + cell("责任单位") + cell("完成时限"))
                + row(tc("<w:gridSpan w:val=\"4\"/>", paragraph(run("重点领域"))))
                + row(cell("甲") + cell("一") + tc(restart, paragraph(run("县财政局"))) + tc(restart, paragraph(run("适时"))))
                + row(cell("甲") + cell("二") + tc(on, "<w:p/>") + tc(on, "<w:p/>"))
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("三") + tc(on, "<w:p/>") + tc(on, "<w:p/>")
                + "</w:tr>"));
        assertThat(table.rows()).hasSize(3).allSatisfy(it -> {
            assertThat(it.text(Column.RESPONSIBILITY)).isEqualTo("县财政局");
            assertThat(it.section()).contains("重点领域");
        });
        assertThat(table.rows().getLast().text(Column.CONTENT)).isEqualTo("三");
    }

    @Test
    void the_task_table_is_found_among_others_and_goes_on_after_a_page() {
        var other = table(row(cell("姓名") + cell("电话")));
        var table = read(paragraph(run("附件3"))
                + other
                + paragraph(run("2019年任务分解表"))
                + table(HEADINGS + row(cell("一") + cell("各镇") + cell("适时")))
                + paragraph("")
                + table(HEADINGS + row(cell("二") + cell("各镇") + cell("适时")))
                + table(row(cell("三") + cell("各镇") + cell("适时"))));
        assertThat(table.rows()).extracting(it -> it.text(Column.CONTENT)).containsExactly("一", "二", "三");
        assertThat(table.heading()).containsExactly("附件3", "2019年任务分解表");
    }

    @Test
    void a_document_that_defines_entities_is_refused() {
        var bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;&x;</w:t></w:r></w:p></w:body></w:document>
                """;
        assertThatThrownBy(() -> new TableReader().read("表.docx", pack(bomb)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("表.docx");
    }

    @Test
    void a_document_that_unpacks_to_far_more_than_a_table_is_refused() {
        assertThatThrownBy(() -> read(paragraph(run("甲".repeat(20_000_000)))))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("compressed");
    }

    @Test
    void tables_nested_a_thousand_deep_are_refused_or_read_but_never_crash() {
        var nested = "<w:p/>";
        for (int i = 0; i < 3_000; i++) {
            nested = table(row("<w:tc>" + nested + "<w:p/></w:tc>"));
        }
        var deep = nested;
        assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableTableException.class);
    }
}
