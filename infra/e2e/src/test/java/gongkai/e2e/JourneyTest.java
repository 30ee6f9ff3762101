package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From an empty page to a unit that is on time again, as the people of 平利县 see it. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(1)
class JourneyTest {
    private static final String OBLIGATION = "610926-2019-04-T03";
    private static final String TITLE = "老县镇镇情概况";
    private static final String HOSTILE = "<script>alert(1)</script>";

    @Test
    void from_the_table_to_a_page_that_says_who_is_late(RunningStandalone gongkai) throws Exception {
        County county = County.in(gongkai);
        try (Chromium chromium = Chromium.open(gongkai.query())) {
            Page page = chromium.page();
            page.navigate("/");
            emptyHomeNamesTheNextStep(page);
            chromium.keepScreenshot("1-empty");

            county.statusAfter(county.importEverything());
            page.reload();
            everyUnitIsLate(page);
            chromium.keepScreenshot("2-county-late");

            county.statusAfter(county.publish(OBLIGATION, TITLE));
            page.reload();
            oneUnitIsNoLongerLate(page);
            chromium.keepScreenshot("3-county-after-publication");

            page.locator("table.units")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName("老县镇").setExact(true))
                    .click();
            unitShowsItsEvidence(page);
            chromium.keepScreenshot("4-unit");

            row(page, OBLIGATION).locator(".content a").click();
            obligationShowsItsTrail(page);
            chromium.keepScreenshot("5-obligation");

            county.statusAfter(county.publish(OBLIGATION, HOSTILE));
            page.reload();
            hostileTitleIsText(page);
            chromium.keepScreenshot("6-hostile-title");
            page.navigate("/units/610926-T03");
            hostileTitleIsText(page);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void emptyHomeNamesTheNextStep(Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("h1")).hasText("政务公开台账");
        assertThat(page.locator("main")).containsText("下一步");
    }

    private static void everyUnitIsLate(Page page) {
        assertThat(page.locator("h1")).containsText("平利县");
        assertThat(page.locator(".clock")).containsText("2019年5月6日");
        assertThat(page.locator(".clock")).containsText("业务时间为设定时间");
        assertThat(page.locator(".verdict")).hasText("34 个单位逾期，共 34 项。");
        assertThat(lateRows(page)).hasCount(34);
        assertThat(lateRows(page).filter(new Locator.FilterOptions().setHasText("2019年5月1日")))
                .hasCount(34);
        assertThat(page.locator("table.units tbody tr")).hasCount(34);
    }

    private static void oneUnitIsNoLongerLate(Page page) {
        assertThat(page.locator(".verdict")).hasText("33 个单位逾期，共 33 项。");
        assertThat(lateRows(page)).hasCount(33);
        assertThat(lateRows(page).filter(new Locator.FilterOptions().setHasText("老县镇")))
                .hasCount(0);
        assertThat(page.locator("table.units tbody tr")).hasCount(34);
    }

    private static void unitShowsItsEvidence(Page page) {
        assertThat(page.locator("h1")).containsText("老县镇");
        assertThat(page.locator(".verdict")).hasText("没有逾期事项。");
        assertThat(row(page, OBLIGATION).locator(".plan-lamp .status")).hasText("按期完成");
        assertThat(row(page, OBLIGATION).locator(".evidence a")).hasText(TITLE);
        assertThat(row(page, OBLIGATION).locator(".evidence time")).hasText("2019年4月28日 10:00");
    }

    private static void obligationShowsItsTrail(Page page) {
        assertThat(page.locator("h1")).containsText(OBLIGATION);
        Locator trail = page.locator("section:has(h2:text-is('轨迹')) tbody tr");
        assertThat(trail).hasCount(2);
        assertThat(trail.first()).containsText("分解任务");
        assertThat(trail.last()).containsText("登记公开");
        assertThat(trail.last()).containsText("2019年4月28日 10:00");
        assertThat(trail.last()).containsText("2019年5月6日");
    }

    private static void hostileTitleIsText(Page page) {
        assertThat(page.locator(".evidence a").filter(new Locator.FilterOptions().setHasText(HOSTILE)))
                .hasText(HOSTILE);
        assertThat(page.locator("script:not([src])")).hasCount(0);
    }

    private static Locator lateRows(Page page) {
        return page.locator("section:has(h2:text('谁逾期了')) tbody tr");
    }

    /** The ids begin with a digit, which #id cannot name. */
    private static Locator row(Page page, String obligation) {
        return page.locator("tr[id='" + obligation + "']");
    }
}
