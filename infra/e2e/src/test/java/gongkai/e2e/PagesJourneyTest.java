package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Leaders and inspectors read the pages of the real county, on 6 May 2019. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
class PagesJourneyTest {
    private static final String COUNTY = "/jurisdictions/610926";
    private static final String OBLIGATION = "/obligations/610926-2019-04-T05";

    private RunningStandalone gongkai;

    @BeforeEach
    void a_county_with_its_table(RunningStandalone shared) throws IOException {
        gongkai = shared;
        if (gongkai.query().get("/api" + COUNTY + "/status").status() == 404) {
            var county = County.in(gongkai);
            county.statusAfter(county.importEverything());
        }
    }

    private Chromium chromium() {
        return Chromium.open(gongkai.query());
    }

    @Test
    void a_leader_goes_from_the_county_to_what_one_unit_owes() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate(COUNTY);
            assertThat(page.locator("#verdict")).containsText(Pattern.compile("\\d+ 个单位逾期，共 \\d+ 项。"));
            assertThat(page.locator("#verdict")).containsText("按上位规定");
            assertThat(page.locator("#late tbody tr").first()).containsText("2 个工作日");
            assertThat(page.locator("#upcoming")).containsText("下一个截止日：2019年10月31日");
            assertThat(page.locator("#trend tbody tr")).hasCount(5);
            assertThat(page.locator("#year canvas")).isVisible();
            assertThat(page.locator(".heat tbody tr")).hasCount(34);
            cell(page, "正阳镇", "逾期").click();
            assertThat(page.locator("#rows tbody tr")).hasCount(1);
            assertThat(page.locator("#f-category")).hasValue("组织机构");
            page.locator("#rows tbody th a").click();
            assertThat(page.locator("h1")).containsText("第4行 组织机构");
            page.locator("h1 a").click();
            assertThat(page.locator(".document td")).hasCount(5);
            assertThat(page.locator(".document td").last()).hasText(Pattern.compile("4月\\s*底前"));
            assertThat(page.locator("#rows tbody tr")).hasCount(11);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static Locator cell(Page page, String unit, String status) {
        return page.locator(".heat tbody tr")
                .filter(new Locator.FilterOptions().setHasText(unit))
                .locator("a.status")
                .filter(new Locator.FilterOptions().setHasText(status))
                .first();
    }

    @Test
    void an_officer_gets_an_address_for_a_calendar_program_once_and_closes_it() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate("/units/610926-T05");
            page.locator("main a[href$='/calendar']").click();
            page.locator("main button").first().click();
            var address = page.locator("main code").textContent();
            assertThat(address).startsWith(gongkai.query().url()).endsWith(".ics");
            chromium.keepScreenshot("desk-deadlines-open");
            page.locator("main section a").click();
            assertThat(page).hasURL(Pattern.compile("/units/610926-T05$"));
            page.navigate("/desk/units/610926-T05/calendar");
            assertThat(page.locator("main")).not().containsText("/api/deadlines/");
            page.locator("main button").last().click();
            assertThat(page.locator("main")).containsText("已全部停用");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void whoever_looks_at_the_past_is_told_so_and_stays_there_from_page_to_page() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate(COUNTY + "?at=2019-04-20");
            assertThat(page.locator("#past")).containsText("正在看过去：2019年4月20日的状态。");
            assertThat(page.locator("#verdict")).containsText("那时没有单位逾期。");
            page.locator("#units tbody th a").first().click();
            assertThat(page).hasURL(Pattern.compile("at=2019-04-20"));
            assertThat(page.locator("#past")).containsText("2019年4月20日");
            page.locator("#rows tbody th a").first().click();
            assertThat(page).hasURL(Pattern.compile("/obligations/.*at=2019-04-20"));
            page.locator("#past a").first().click();
            assertThat(page.locator("#past .past")).hasCount(0);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void a_slider_moves_the_page_through_time_without_a_new_one() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate(COUNTY);
            page.locator(".time summary").click();
            page.locator("input[type=range][data-for=time-at]").focus();
            for (int day = 0; day < 6; day++) {
                page.keyboard().press("ArrowLeft");
            }
            assertThat(page.locator("#past")).containsText("2019年4月30日");
            assertThat(page).hasURL(Pattern.compile("at=2019-04-30"));
            assertThat(page.locator("#verdict")).containsText("那时没有单位逾期。");
            assertThat(page.locator("input[type=range][data-for=time-at]")).isFocused();
            assertThat(page.locator("#year canvas")).isVisible();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void everything_can_be_read_without_scripts() {
        try (var chromium =
                Chromium.open(gongkai.query(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = chromium.page();
            page.navigate(COUNTY);
            assertThat(page.locator("#trend")).isVisible();
            assertThat(page.locator("#year canvas")).hasCount(0);
            page.locator(".time summary").click();
            page.locator("#time-at").fill("2019-04-30");
            page.locator("#time button").click();
            assertThat(page.locator("#past")).containsText("2019年4月30日");
            assertThat(page.locator("#verdict")).containsText("那时没有单位逾期。");
        }
    }

    @Test
    void two_browsers_see_at_once_what_changes() {
        try (var one = chromium();
                var other = chromium()) {
            one.page().navigate(COUNTY);
            other.page().navigate(OBLIGATION);
            assertThat(one.page().locator("#live")).hasText("实时");
            assertThat(other.page().locator("#live")).hasText("实时");
            assertThat(other.page().locator("#verdict .status").first()).hasText("逾期");
            var late = one.page().locator("#late tbody tr");
            int before = late.count();
            County.in(gongkai).publish("610926-2019-04-T05", "镇情概况");
            assertThat(late).hasCount(before - 1);
            assertThat(other.page().locator("#verdict .status").first()).hasText("按期完成");
            assertThat(other.page().locator("#evidence")).containsText("镇情概况");
            assertThat(one.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void an_inspector_finds_the_proof_and_takes_the_evidence_along() throws IOException {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate("/obligations/610926-2019-04-T06");
            assertThat(page.locator("#proof")).containsText("最新事件在账位");
            assertThat(page.locator("#proof a").nth(1)).hasAttribute("href", "/obligations/610926-2019-04-T06/trail");
            assertThat(page.locator("#explanation")).containsText("截止 2019-04-30 当日24时");
            Download bundle =
                    page.waitForDownload(() -> page.locator("#proof a.button").click());
            assertThat(bundle.suggestedFilename()).matches("gongkai-610926-2019-04-T06-\\d+\\.zip");
            assertThat(Files.size(bundle.path())).isGreaterThan(1_000);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void labels_can_be_english_and_stay_so() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate(COUNTY);
            page.locator(".tools a").last().click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("#late h2")).hasText("Who is late, and since when");
            page.locator("#late tbody th a").first().click();
            assertThat(page.locator("#rows thead")).containsText("What to disclose");
            assertThat(page.locator("#rows")).containsText("30 Apr 2019");
            assertThat(page.locator("body")).not().containsText("??");
        }
    }

    @Test
    void keys_alone_lead_past_the_head_to_the_content() {
        try (var chromium = chromium()) {
            var page = chromium.page();
            page.navigate(COUNTY);
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#content a").first()).isFocused();
        }
    }
}
