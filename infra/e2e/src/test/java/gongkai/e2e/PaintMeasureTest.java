package gongkai.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStandalone.class)
@Order(2)
class PaintMeasureTest {
    @Test
    void measure(RunningStandalone gongkai) throws Exception {
        var log = new StringBuilder();
        try (var chromium = Chromium.open(gongkai.query().url())) {
            var page = chromium.page();
            page.navigate("/jurisdictions/610926");
            page.waitForSelector("#year canvas");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/county-readme.png")));
            for (int year : new int[] {2020, 2021}) {
                var answer = gongkai.command()
                        .upload("/api/jurisdictions/610926/plans", Project.sample("task-breakdown.docx"), year);
                log.append(answer.status())
                        .append(' ')
                        .append(answer.text(), 0, 200)
                        .append('\n');
                County.in(gongkai).statusAfter(answer.position());
            }
            for (int run = 0; run < 6; run++) {
                page.navigate("/jurisdictions/610926");
                page.waitForSelector("#year canvas");
                log.append(
                                page.evaluate(
                                        "JSON.stringify({owed: document.querySelector('.lamps b').textContent, ttfb: performance.getEntriesByType('navigation')[0].responseStart, "
                                                + "fcp: performance.getEntriesByName('first-contentful-paint')[0].startTime, load: performance.getEntriesByType('navigation')[0].loadEventEnd, bytes: performance.getEntriesByType('navigation')[0].encodedBodySize})"))
                        .append('\n');
            }
        } finally {
            Files.writeString(Path.of("/tmp/paint.txt"), log.toString());
        }
    }
}
