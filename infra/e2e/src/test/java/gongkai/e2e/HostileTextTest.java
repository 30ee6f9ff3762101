package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever stands in a name, a cell or a title shows as text, on every page. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(Integer.MAX_VALUE) // it adds a county, so that the first page is a choice from then on
class HostileTextTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>${7*7}[[${7*7}]]";
    private static final String COUNTY = "610927";

    @TempDir
    Path directory;

    @Test
    void it_shows_as_text_in_every_field(RunningStandalone gongkai) throws IOException {
        long position = aHostileCounty(gongkai.command());
        try (var chromium = Chromium.open(gongkai.query())) {
            var page = chromium.page();
            for (var path : List.of(
                    "/jurisdictions/610927?minPosition=" + position,
                    "/jurisdictions/610927/obligations",
                    "/units/610927-T01",
                    "/tasks/610927-2019-01",
                    "/obligations/610927-2019-01-T01",
                    "/plans/610927-2019",
                    "/jurisdictions/610927/bulletins/2019-05")) {
                page.navigate(path);
                isText(page);
            }
            page.navigate("/jurisdictions/610927/obligations");
            page.locator("#f-q").fill(HOSTILE);
            page.locator(".filter button").click();
            assertThat(page.locator("#f-q")).hasValue(HOSTILE);
            isText(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void isText(Page page) {
        assertThat(page.locator("main")).containsText(HOSTILE);
        assertThat(page.locator("script:not([src]), main img, [onerror]")).hasCount(0);
    }

    private long aHostileCounty(Api command) throws IOException {
        var county = "/api/jurisdictions/" + COUNTY;
        command.put(county, "application/json", "{\"name\":\"" + HOSTILE + "\"}")
                .ok();
        command.put(
                        county + "/units",
                        "text/csv;charset=UTF-8",
                        "code,name,kind,aliases\n610927-T01," + HOSTILE + ",TOWN,甲镇\n")
                .ok();
        var table = Files.writeString(
                directory.resolve("table.csv"),
                HOSTILE + "2019年任务分解表\n公开目录,分类,公开内容,责任单位,完成时限\n" + "%1$s,%1$s,%1$s,甲镇,4月底前\n".formatted(HOSTILE));
        command.upload(county + "/plans", table, 2019).ok();
        return command.post(
                        "/api/obligations/610927-2019-01-T01/publications",
                        Map.of(
                                "title", HOSTILE,
                                "url", "https://www.example.gov.cn/?a=%22%3E%3Cscript%3E",
                                "publishedAt", "2019-05-05T10:00:00+08:00"))
                .position();
    }
}
