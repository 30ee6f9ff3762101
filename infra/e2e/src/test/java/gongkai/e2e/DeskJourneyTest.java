package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An officer's day at the desk, in a county of its own: from an empty ledger to what was recorded by mistake and mended. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskJourneyTest {
    private static final String CODE = "610925";
    private static final String ROW_4 = CODE + "-2019-04-T03";
    private static final String DESK = "/desk/obligations/" + ROW_4;
    private static final String HOSTILE = "<script>alert(1)</script>\"'";

    @Test
    @Order(1)
    void from_an_empty_county_to_a_publication_that_was_recorded_once(RunningStandalone gongkai) throws IOException {
        try (Chromium chromium = Chromium.open(gongkai.query())) {
            Page page = chromium.page();
            opensTheCountyAndItsRegister(page);
            uploadsThePreviewAndAcceptsIt(page, chromium);
            answersAQuestion(page, chromium);
            findsWhatIsToDo(page, chromium);
            isToldOfEachMistakeAndLosesNothing(page, chromium);
            clicksTwiceAndRecordsOnce(page, gongkai);
            hasTwoTabs(page, gongkai, chromium);
            everythingFitsOnATelephone(page, chromium);
            assertThat(chromium.complaints().stream().filter(it -> !isMeant(it)))
                    .isEmpty();
        }
    }

    /** A refused form is an answer of 422, and the first of two clicks is given up for the second. */
    private static boolean isMeant(String complaint) {
        return complaint.contains("422") || complaint.matches(".* not loaded: .*/publications");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void fill(Page page, String field, String value) {
        page.locator("[id='" + field + "']").fill(value);
    }

    private static Locator error(Page page, String field) {
        assertThat(page.locator("[id='" + field + "']")).hasAttribute("aria-invalid", "true");
        return page.locator("[id='" + field + "-error']");
    }

    private static void opensTheCountyAndItsRegister(Page page) throws IOException {
        page.navigate("/desk/jurisdictions");
        fill(page, "code", "61092");
        fill(page, "name", "岚皋县");
        press(page, "登记");
        assertThat(error(page, "code")).containsText("六位数字");
        assertThat(page.locator("#name")).hasValue("岚皋县");
        fill(page, "code", CODE);
        press(page, "登记");
        assertThat(page.locator("main")).containsText("先填写单位目录");
        page.locator("main .card:has(h2) a").first().click();
        String units = Files.readString(Project.sample("units.csv")).replace("610926", CODE);
        fill(page, "csv", units.replaceFirst("TOWN", "VILLAGE"));
        press(page, "更新单位目录");
        assertThat(error(page, "csv")).containsText("第 2 行");
        assertThat(page.locator("#csv")).hasValue(units.replaceFirst("TOWN", "VILLAGE"));
        fill(page, "csv", units);
        press(page, "更新单位目录");
        assertThat(page.locator("tbody tr")).hasCount(34);
    }

    private static void uploadsThePreviewAndAcceptsIt(Page page, Chromium chromium) {
        page.navigate("/desk/jurisdictions/" + CODE + "/plans");
        press(page, "上传并预览");
        assertThat(error(page, "file")).containsText("请选择文件");
        page.locator("#file").setInputFiles(Project.sample("task-breakdown.docx"));
        fill(page, "year", "2018");
        press(page, "上传并预览");
        assertThat(error(page, "year")).containsText("与表格标题");
        assertThat(page.locator("#file-hint")).containsText("不换文件就不必再选");
        fill(page, "year", "2019");
        press(page, "上传并预览");
        assertThat(page.locator(".verdict")).containsText("读出 48 项任务");
        assertThat(page.locator("[id='" + CODE + "-2019-30']")).containsText("没有点名任何单位");
        chromium.keepScreenshot("desk-preview");
        press(page, "接受并记入台账");
        assertThat(page.locator(".verdict")).containsText("待答问题 50 个");
        chromium.keepScreenshot("desk-questions");
    }

    private static void answersAQuestion(Page page, Chromium chromium) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("答复第30行"))
                .click();
        fill(page, "units", CODE + "-D02\n无此单位");
        press(page, "记下答复");
        assertThat(error(page, "units")).containsText("单位目录里没有“无此单位”");
        fill(page, "units", CODE + "-D02\n" + CODE + "-D09 配合");
        press(page, "记下答复");
        assertThat(error(page, "reason")).containsText("请写明理由");
        assertThat(page.locator("#units")).hasValue(CODE + "-D02\n" + CODE + "-D09 配合");
        chromium.keepScreenshot("desk-answer");
        fill(page, "reason", "县政府办指定");
        fill(page, "authority", "岚政办函〔2019〕12号");
        press(page, "记下答复");
        assertThat(page.locator(".verdict")).containsText("待答问题 49 个");
    }

    private static void findsWhatIsToDo(Page page, Chromium chromium) {
        page.navigate("/desk?jurisdiction=" + CODE);
        page.locator("#unit").selectOption(CODE + "-T03");
        press(page, "看要办的事");
        assertThat(page.locator(".duties li").first()).containsText("逾期");
        chromium.keepScreenshot("desk");
        page.locator(".duties .button").first().click();
        assertThat(page).hasURL(gongkaiUrl(page, DESK + "/publications"));
    }

    private static String gongkaiUrl(Page page, String path) {
        return page.url().replaceFirst("(https?://[^/]+)/.*", "$1") + path;
    }

    private static void isToldOfEachMistakeAndLosesNothing(Page page, Chromium chromium) {
        fill(page, "title", HOSTILE);
        fill(page, "url", "www.example.gov.cn/1");
        fill(page, "documentNumber", "岚政发〔2019〕3号");
        press(page, "登记公开");
        assertThat(error(page, "url")).containsText("以 http:// 或 https:// 开头");
        assertThat(page.locator("#title")).hasValue(HOSTILE);
        chromium.keepScreenshot("desk-mistake");
        fill(page, "url", "https://www.example.gov.cn/zwgk/1.html");
        fill(page, "publishedAt", "2019-06-01T10:00");
        press(page, "登记公开");
        assertThat(error(page, "publishedAt")).containsText("还没有到");
        assertThat(page.locator("#publishedAt")).hasValue("2019-06-01T10:00");
        fill(page, "publishedAt", "2019-04-28T10:00");
        fill(page, "formedOn", "2019-04-30");
        press(page, "登记公开");
        assertThat(error(page, "formedOn")).containsText("两者必有一误");
        assertThat(page.locator("#documentNumber")).hasValue("岚政发〔2019〕3号");
        fill(page, "formedOn", "2019-04-25");
    }

    private static void clicksTwiceAndRecordsOnce(Page page, RunningStandalone gongkai) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记公开"))
                .dblclick();
        assertThat(page.locator("main")).containsText("按期完成");
        assertThat(page.locator(".evidence a").first()).hasText(HOSTILE);
        assertThat(evidence(gongkai)).hasSize(1);
    }

    private static List<String> evidence(RunningStandalone gongkai) {
        return gongkai.query()
                .get("/api/obligations/" + ROW_4)
                .ok()
                .path("evidence")
                .valueStream()
                .map(it -> it.path("title").asString())
                .toList();
    }

    private static void hasTwoTabs(Page page, RunningStandalone gongkai, Chromium chromium) {
        Page other = page.context().newPage();
        for (Page tab : List.of(page, other)) {
            tab.navigate(DESK + "/publications");
            fill(tab, "title", "镇情概况更新");
            fill(tab, "url", "https://www.example.gov.cn/zwgk/2.html");
        }
        press(page, "登记公开");
        assertThat(page.locator("main")).containsText("镇情概况更新");
        press(other, "登记公开");
        assertThat(other.locator("#sameAddress-error")).containsText("已经登记过");
        assertThat(other.locator(".mentions")).containsText("镇情概况更新");
        assertThat(evidence(gongkai)).hasSize(2);
        chromium.keepScreenshot("desk-same-address", other);
        other.locator("#sameAddress input").check();
        press(other, "登记公开");
        assertThat(other).hasURL(gongkaiUrl(other, "/obligations/") + ROW_4 + "?minPosition=" + last(other));
        assertThat(evidence(gongkai)).hasSize(3);
        other.close();
    }

    private static String last(Page page) {
        page.waitForURL("**/obligations/**minPosition=*");
        return page.url().replaceFirst(".*=", "");
    }

    private static void everythingFitsOnATelephone(Page page, Chromium chromium) {
        page.setViewportSize(360, 740);
        for (String path : List.of(
                "/desk?jurisdiction=" + CODE + "&unit=" + CODE + "-T01",
                DESK,
                DESK + "/reviews",
                "/desk/plans/" + CODE + "-2019",
                "/desk/tasks/" + CODE + "-2019-07",
                "/desk/jurisdictions/" + CODE + "/units",
                "/desk/jurisdictions/" + CODE + "/calendars/2019",
                "/desk/subscriptions")) {
            page.navigate(path);
            assertThat(page.locator("h1")).isVisible();
            chromium.keepScreenshot("360-" + path.replaceAll("\\W+", "-"));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(360);
        }
    }

    @Test
    @Order(2)
    void every_deed_has_its_form_and_what_is_refused_says_why(RunningStandalone gongkai) {
        var desk = new DeskClient(gongkai.query());
        var well = "/desk/obligations/" + CODE + "-2019-08-T01";
        var basis = new String[] {"reason", "会议纪要", "authority", "岚政办函〔2019〕12号"};

        desk.post(DESK + "/acknowledgements").taken();
        assertThat(desk.post(DESK + "/acknowledgements").text()).contains("先前已经登记过");
        desk.post(
                        DESK + "/interpretations",
                        "of",
                        ROW_4 + "-P1",
                        "form",
                        "IMAGE",
                        "title",
                        "一图读懂",
                        "url",
                        "https://www.example.gov.cn/tu",
                        "publishedAt",
                        "2019-04-29T10:00")
                .taken();
        assertThat(desk.post(DESK + "/interpretations", "form", "IMAGE").text()).contains("解读哪一条公开", "请选择");
        assertThat(desk.post(DESK + "/closures", basis).text()).contains("还不能销号");
        desk.post(DESK + "/reviews", with(basis, "outcome", "ACCEPTED")).taken();
        desk.post(DESK + "/closures", basis).taken();
        desk.post(DESK + "/retractions", with(basis, "of", ROW_4 + "-P2")).taken();

        var accepted = desk.post(well + "/cases", "subject", "饮水安全", "acceptedAt", "2019-04-24T10:00");
        desk.get(accepted.taken());
        assertThat(desk.get(well + "/extensions").text()).contains(CODE + "-2019-08-T01-C1");
        assertThat(desk.post(well + "/extensions", with(basis, "dueOn", "2019-04-25"))
                        .text())
                .contains("必须晚于现在的截止日", "value=\"2019-04-25\"");
        desk.post(well + "/extensions", with(basis, "dueOn", "2019-05-20")).taken();
        desk.post(
                        well + "/responses",
                        "of",
                        CODE + "-2019-08-T01-C1",
                        "title",
                        "答复",
                        "url",
                        "https://www.example.gov.cn/df",
                        "respondedAt",
                        "2019-05-05T10:00")
                .taken();
        desk.post("/desk/obligations/" + CODE + "-2019-04-T05/waivers", basis).taken();
        desk.post("/desk/plans/" + CODE + "-2019", with(basis, "issuedOn", "2019-03-20"))
                .taken();
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    @Order(3)
    void the_calendar_and_the_subscriptions_are_kept_from_the_desk(RunningStandalone gongkai) {
        var desk = new DeskClient(gongkai.query());
        var year = "/desk/jurisdictions/" + CODE + "/calendars/2020";
        var odd = desk.post(year, "notice", "通知", "issuedOn", "2019-05-01", "holidays", "5月32日", "workdays", "");
        assertThat(odd.text()).contains("“5月32日”不是日期", "value=\"通知\"");
        assertThat(desk.post(year, "notice", "通知", "holidays", "5月1日").text()).contains("请填写发文日期");
        var taken = desk.post(
                year,
                "notice",
                "关于2020年的通知",
                "issuedOn",
                "2019-05-01",
                "holidays",
                "1月1日至3日 5月1日",
                "workdays",
                "2020-01-04");
        assertThat(desk.get(taken.taken()).text()).contains("2020-01-02", "关于2020年的通知");

        var key = UUID.randomUUID();
        var fields = new String[] {
            "channel", "WEBHOOK", "target", "https://oa.example.invalid/hook", "jurisdiction", CODE, "kinds", "BREACHED"
        };
        var made = desk.post(key, "/desk/subscriptions", fields);
        assertThat(made.text()).contains("whsec_", "只显示这一次");
        assertThat(desk.post(key, "/desk/subscriptions", fields).text()).contains("whsec_");
        var list = desk.get("/desk/subscriptions").text();
        assertThat(list).contains("oa.example.invalid").doesNotContain("whsec_");
        assertThat(list.split("/deletion", -1)).as("one subscription").hasSize(2);
        var id = list.replaceFirst("(?s).*/desk/subscriptions/([0-9a-f-]+)/deletion.*", "$1");
        desk.post("/desk/subscriptions/" + id + "/deletion").taken();
        assertThat(desk.get("/desk/subscriptions").text()).doesNotContain("oa.example.invalid");
        assertThat(desk.post("/desk/subscriptions", "channel", "WEBHOOK", "target", "ftp://x", "jurisdiction", CODE)
                        .text())
                .contains("请按所选方式填写", "value=\"ftp://x\"");
    }
}
