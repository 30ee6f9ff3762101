package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real table of 2019, on 6 May: what goes into the files of a county office, and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulletinJourneyTest {
    private static final String COUNTY = "/api/jurisdictions/610926";
    private static final String MAY = COUNTY + "/bulletins/2019-05";
    private static final String HOSTILE = "=HYPERLINK(\"https://evil.example\",\"点击\")<script>";

    @TempDir
    static Path directory;

    private RunningStandalone gongkai;
    private Api query;
    private Api command;
    private String known;

    @BeforeAll
    void start() throws IOException {
        gongkai = RunningStandalone.start(directory.resolve("data"), Map.of());
        query = gongkai.query();
        command = gongkai.command();
        var county = County.in(gongkai);
        county.publish("610926-2019-04-T03", "老县镇镇情概况");
        var position = county.publish("610926-2019-06-D19", HOSTILE);
        county.statusAfter(position);
        known = "known=position:" + position;
    }

    @AfterAll
    void stop() {
        gongkai.close();
    }

    private byte[] export(String format) {
        return query.download(COUNTY + "/export?format=" + format + "&" + known);
    }

    @Test
    void the_exported_word_file_has_every_cell_of_the_original_and_its_merges() throws IOException {
        var original = WordTable.of(Files.readAllBytes(Project.sample("task-breakdown.docx")))
                .rows();
        var exported = WordTable.of(export("docx")).rows();
        keep("export.docx", export("docx"));
        assertThat(exported).hasSameSizeAs(original);
        for (int row = 1; row < original.size(); row++) {
            var cells = exported.get(row);
            if (original.get(row).size() == 1) {
                assertThat(cells).isEqualTo(original.get(row));
            } else {
                assertThat(cells.subList(1, 6)).as("row %d", row).isEqualTo(original.get(row));
                assertThat(cells).hasSize(10);
            }
        }
        assertThat(exported.stream().filter(it -> it.size() == 10)).hasSize(1 + 48);
        assertThat(exported.get(4).get(0).text()).isEqualTo("4");
        assertThat(exported.get(4).get(6).text()).contains("逾期：城关镇", "按期完成：老县镇");
        assertThat(exported.get(31).get(6).text()).isEqualTo("待定（尚无责任单位）");
        assertThat(exported.get(4).get(7).text()).isEqualTo("2019-04-28：老县镇");
        assertThat(exported.get(4).get(8).text()).startsWith("2：城关镇");
        assertThat(exported.get(4).get(9).text()).contains("老县镇：老县镇镇情概况（2019-04-28）https://www.example.gov.cn/");
    }

    @Test
    void what_was_exported_is_read_again_as_the_same_48_tasks() throws IOException {
        for (var format : List.of("docx", "xlsx", "csv")) {
            var file = Files.write(directory.resolve("export." + format), export(format));
            var again =
                    command.upload(COUNTY + "/plans?dryRun=true", file, 2019).ok();
            assertThat(again.path("counts").path("tasks").asInt()).as(format).isEqualTo(48);
            assertThat(again.path("changes")).as(format).isEmpty();
            assertThat(again.path("title").asString("平利县2019年政务公开工作任务分解表")).startsWith("平利县2019年");
        }
    }

    @Test
    void a_title_that_could_be_a_formula_goes_out_as_text() {
        var csv = new String(export("csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("\"'=HYPERLINK(").doesNotContain(",\"=HYPERLINK(");
        keep("export.xlsx", export("xlsx"));
    }

    @Test
    void the_same_question_gives_the_same_bytes() {
        var question = COUNTY + "/export?format=docx&at=2019-05-06T09:00:00%2B08:00&known=position:300";
        assertThat(query.download(question)).isEqualTo(query.download(question));
        assertThat(query.get(COUNTY + "/export?format=pdf").text()).contains("FIELD_INVALID", "docx, xlsx or csv");
        assertThat(query.get(COUNTY + "/export?plan=610926-2018").text()).contains("PLAN_UNKNOWN");
    }

    @Test
    void counts_sum_and_each_figure_leads_to_its_events() {
        var april = query.get(COUNTY + "/bulletins/2019-04?" + known).ok();
        int due = 0;
        for (var unit : april.path("units")) {
            var figures = unit.path("figures");
            assertThat(sum(figures, "DONE", "CURED", "LATE", "PENDING"))
                    .isEqualTo(unit.path("due").path("count").asInt());
            assertThat(unit.path("ownLate").path("count").asInt()
                            + unit.path("blockedLate").path("count").asInt())
                    .isEqualTo(sum(figures, "LATE", "CARRIED_LATE"));
            due += unit.path("due").path("count").asInt();
        }
        assertThat(april.path("totals").path("due").asInt()).isEqualTo(due).isEqualTo(34);
        assertThat(april.path("totals").path("figures").path("DONE").asInt()).isEqualTo(1);
        assertThat(april.path("totals").path("figures").path("LATE").asInt()).isEqualTo(0);
        assertThat(april.path("totals").path("figures").path("PENDING").asInt()).isEqualTo(33);
        var entry = unit(april, "610926-T03")
                .path("figures")
                .path("DONE")
                .path("of")
                .get(0);
        assertThat(query.get(entry.path("url").asString()).ok().path("status").asString())
                .isEqualTo("FULFILLED");
        var trail =
                query.get(entry.path("url").asString().replace("?", "/trail?")).ok();
        assertThat(positions(entry.path("positions"), it -> it))
                .isEqualTo(positions(trail.path("items"), it -> it.path("position")));

        var may = query.get(MAY + "?" + known).ok();
        assertThat(unit(may, "610926-T01")
                        .path("figures")
                        .path("CARRIED_LATE")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(may.path("slips"))
                .hasSize(33)
                .allSatisfy(it -> assertThat(it.path("slip").asString()).isEqualTo("YELLOW"));
        assertThat(may.path("ranking").path("lead").toString()).contains("城关镇");
    }

    private static int sum(JsonNode figures, String... names) {
        return Stream.of(names)
                .mapToInt(it -> figures.path(it).path("count").asInt())
                .sum();
    }

    private static JsonNode unit(JsonNode bulletin, String code) {
        return StreamSupport.stream(bulletin.path("units").spliterator(), false)
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> positions(JsonNode items, UnaryOperator<JsonNode> position) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(it -> position.apply(it).asLong())
                .toList();
    }

    @Test
    void an_issued_bulletin_reads_the_same_for_ever_and_a_second_issue_corrects_it() {
        var basis = Map.of("month", "2019-05", "reason", "5月上旬通报", "authority", "平政办函〔2019〕30号");
        var issued = command.post(COUNTY + "/bulletins", basis);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.ok().path("id").asString()).isEqualTo("610926-B201905-1");
        var first = MAY + "?issue=1&minPosition=" + issued.position();
        var json = query.get(first).ok().toString();
        var word = query.download(first + "&format=docx");
        keep("bulletin.docx", word);

        var later = County.in(gongkai).publish("610926-2019-04-T02", "兴隆镇镇情概况");
        var second = command.post(COUNTY + "/bulletins", basis);
        assertThat(second.ok().path("id").asString()).isEqualTo("610926-B201905-2");
        assertThat(query.get(MAY + "?issue=1&minPosition=" + second.position()).text())
                .isEqualTo(query.get(first).text());
        assertThat(query.get(first).ok().toString()).isEqualTo(json);
        assertThat(query.download(first + "&format=docx")).isEqualTo(word);
        var corrected = query.get(MAY + "?issue=2").ok();
        assertThat(corrected.path("issue").path("number").asInt()).isEqualTo(2);
        assertThat(corrected.path("asOf").path("position").asLong()).isEqualTo(later);
        assertThat(corrected.path("slips").size())
                .isEqualTo(query.get(first).ok().path("slips").size() - 1);
        assertThat(query.get(MAY + "?issue=3").text()).contains("BULLETIN_UNKNOWN");
        assertThat(command.post(COUNTY + "/bulletins", Map.of("month", "2019-06", "reason", "早", "authority", "无"))
                        .text())
                .contains("IN_FUTURE");
    }

    @Test
    void the_bulletin_is_a_page_that_leads_to_what_its_figures_are_made_of() {
        try (Chromium chromium = Chromium.open(gongkai.query())) {
            var page = chromium.page();
            page.navigate("/jurisdictions/610926");
            page.locator("text=2019年5月通报").click();
            assertThat(page.locator("h1")).hasText("平利县2019年5月政务公开工作通报");
            assertThat(page.locator("main")).containsText("黄色督办单");
            page.locator("[id='610926-T01'] details summary").first().click();
            chromium.keepScreenshot("bulletin");
            page.locator("[id='610926-T01'] details a").first().click();
            assertThat(page.locator("h1")).containsText("组织机构");
            assertThat(chromium.complaints()).isEmpty();
            page.navigate("/jurisdictions/610926/bulletins/2019-05");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(Project.screenshots().resolve("bulletin.pdf")));
        }
    }

    private static void keep(String name, byte[] file) {
        try {
            Files.createDirectories(Project.screenshots());
            Files.write(Project.screenshots().resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
