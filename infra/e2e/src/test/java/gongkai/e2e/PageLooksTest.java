package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each page, in light and dark, on a telephone, in English, on paper: kept as pictures, and open to everybody. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
class PageLooksTest {
    private static final Map<String, String> PAGES = pages();

    /** Texts in Chinese that are not marked so; the title of a page has no place for a mark. */
    private static final String UNMARKED = """
            () => {
              const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const text = walk.currentNode.data.trim();
                if (/\\p{Script=Han}/u.test(text) && walk.currentNode.parentElement.closest('[lang]').lang !== 'zh-CN') found.push(text);
              }
              return found.join(' | ');
            }""";

    private RunningStandalone gongkai;

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("county", "/jurisdictions/610926");
        pages.put("county-past", "/jurisdictions/610926?at=2019-04-20&known=2019-05-06");
        pages.put("unit", "/units/610926-T01");
        pages.put("obligations", "/jurisdictions/610926/obligations?status=OVERDUE");
        pages.put("obligation", "/obligations/610926-2019-04-T01");
        pages.put("task", "/tasks/610926-2019-16");
        pages.put("task-open", "/tasks/610926-2019-45");
        pages.put("plan", "/plans/610926-2019");
        pages.put("bulletin-page", "/jurisdictions/610926/bulletins/2019-05");
        pages.put("trail", "/jurisdictions/610926/trail");
        pages.put("trail-task", "/tasks/610926-2019-04/trail");
        pages.put("readings", "/jurisdictions/610926/readings");
        pages.put("difference", "/jurisdictions/610926/difference?from=position:330");
        pages.put("problem", "/units/610926-X99");
        pages.put("desk", "/desk?unit=610926-T01");
        pages.put("desk-counties", "/desk/jurisdictions");
        pages.put("desk-obligation", "/desk/obligations/610926-2019-04-T01");
        pages.put("desk-deed", "/desk/obligations/610926-2019-04-T01/publications");
        pages.put("desk-plan", "/desk/plans/610926-2019");
        pages.put("desk-task", "/desk/tasks/610926-2019-45");
        pages.put("desk-units", "/desk/jurisdictions/610926/units");
        pages.put("desk-calendar", "/desk/jurisdictions/610926/calendars/2019");
        pages.put("desk-upload", "/desk/jurisdictions/610926/plans");
        pages.put("desk-subscriptions", "/desk/subscriptions");
        pages.put("desk-deadlines", "/desk/units/610926-T01/calendar");
        pages.put("desk-problem", "/desk/plans/610926-1999");
        return pages;
    }

    @BeforeEach
    void a_county_with_its_table(RunningStandalone shared) throws IOException {
        gongkai = shared;
        if (gongkai.query().get("/api/jurisdictions/610926/status").status() == 404) {
            var county = County.in(gongkai);
            county.statusAfter(county.importEverything());
        }
    }

    @Test
    void nothing_on_any_page_shuts_people_out_in_light_and_dark() {
        List<String> violations = new ArrayList<>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var chromium = open(
                    new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme))) {
                PAGES.forEach((name, path) -> {
                    chromium.page().navigate(path);
                    violations.addAll(Accessibility.violations(chromium.page()));
                    chromium.keepScreenshot(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
                });
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void on_a_telephone_no_page_is_wider_than_the_screen() {
        List<String> wide = new ArrayList<>();
        try (var chromium = open(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            PAGES.forEach((name, path) -> {
                chromium.page().navigate(path);
                var width = chromium.page().evaluate("document.documentElement.scrollWidth");
                if (((Number) width).intValue() > 360) {
                    wide.add(name + " is " + width + " px wide");
                }
                chromium.keepScreenshot(name + "-360");
            });
            PAGES.values().stream().limit(3).forEach(path -> {
                chromium.page().navigate(path);
                wide.addAll(Accessibility.violations(chromium.page()));
            });
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void in_english_no_word_is_missing_and_what_stays_chinese_is_marked() {
        List<String> missing = new ArrayList<>();
        try (var chromium = open(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            PAGES.forEach((name, path) -> {
                chromium.page().navigate(path + (path.contains("?") ? "&" : "?") + "lang=en");
                if (chromium.page().content().contains("??")) {
                    missing.add(name);
                }
                var unmarked = chromium.page().evaluate(UNMARKED).toString();
                // The desk's phrases and choices hold names; that its own words are said is DeskLanguagesTest's.
                if (!unmarked.isEmpty() && !name.startsWith("desk")) {
                    missing.add(name + ": " + unmarked);
                }
                chromium.keepScreenshot(name + "-en");
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void pages_print_on_a4() {
        try (var chromium = open(new Browser.NewContextOptions().setViewportSize(703, 1000))) { // A4 less its margins
            var page = chromium.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var name : List.of("county", "bulletin-page", "obligation")) {
                page.navigate(PAGES.getOrDefault(name, ""));
                var file = Project.screenshots().resolve(name + ".pdf");
                page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(file));
                chromium.keepScreenshot(name + "-print");
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    private Chromium open(Browser.NewContextOptions options) {
        return Chromium.open(gongkai.query(), options);
    }
}
