package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever set the program up signs in, opens an officer's account, and the officer works. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInJourneyTest {
    private static final String ADMINISTRATORS = "一句只有我知道的话 2019";
    private static final String OFFICERS = "another sentence of mine";

    private final RunningStandalone gongkai;

    SignInJourneyTest(RunningStandalone gongkai) {
        this.gongkai = gongkai;
    }

    @Test
    @Order(1)
    void whoSetTheProgramUpSignsInWithWhatItPrintedAndChoosesAPassword() throws Exception {
        County.in(gongkai).statusAfter(County.in(gongkai).importEverything());
        var printed = Pattern.compile("one-time password ([a-z0-9-]{23})")
                .matcher(gongkai.program().output());
        assertThat(printed.find()).as(gongkai.program().output()).isTrue();
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/jurisdictions/610926");
            assertThat(page.url()).contains("/login");
            chromium.keepScreenshot("sign-in");
            signIn(page, "admin", "wrong");
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("用户名或密码不对");
            signIn(page, "admin", printed.group(1));
            assertThat(page.url()).endsWith("/password");
            choose(page, printed.group(1), "short");
            assertThat(page.url()).endsWith("/password");
            choose(page, printed.group(1), "平利县政务公开办2019");
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("太容易被猜到");
            page.getByText("显示密码").click();
            assertThat(page.locator("input[name=chosen]").getAttribute("type")).isEqualTo("text");
            chromium.keepScreenshot("choose-password");
            choose(page, printed.group(1), ADMINISTRATORS);
            page.waitForURL(gongkai.query().url() + "/jurisdictions/610926");
            assertThat(page.locator("header .reader").textContent()).contains("admin");
            chromium.keepScreenshot("signed-in");
        }
    }

    @Test
    @Order(2)
    void anOfficerWorksForTheirUnitAndSeesNoOther() {
        var password = openAccount("chen.gang", "officer", "610926", "610926-T03");
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/");
            signIn(page, "chen.gang", password);
            choose(page, password, OFFICERS);
            page.waitForURL("**/units/610926-T03");
            page.navigate("/jurisdictions/610926");
            assertThat(page.locator("main").textContent()).contains("您的账号没有这个权限");
            page.navigate("/units/610926-D05");
            assertThat(page.locator("main").textContent()).contains("您的账号没有这个权限");
            page.navigate("/desk");
            assertThat(page.locator("main").textContent()).contains("老县镇");
            page.navigate("/desk/obligations/610926-2019-04-T03/acknowledgements");
            page.locator("main form [name=reason]").fill("已收到");
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**/obligations/610926-2019-04-T03?**");
            chromium.keepScreenshot("officer");
        }
        assertThat(County.in(gongkai).trail("610926-2019-04-T03").text()).contains("chen.gang");
    }

    @Test
    @Order(3)
    void whoGetsAnotherUnitMaySeeItWithTheNextToken() {
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/desk");
            signIn(page, "admin", ADMINISTRATORS);
            page.locator("a.accounts").click();
            page.locator("tr:has-text('chen.gang') a").click();
            assertThat(page.locator("input[name=roles]:checked").inputValue()).isEqualTo("officer");
            page.locator("input[name=units]").fill("610926-T03，610926-D05");
            page.locator("main > form button").click();
            assertThat(page.locator("tr:has-text('chen.gang')").textContent()).contains("610926-T03 610926-D05");
        }
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/units/610926-D05");
            signIn(page, "chen.gang", OFFICERS);
            page.waitForURL("**/units/610926-D05");
            assertThat(page.locator("main").textContent()).doesNotContain("您的账号没有这个权限");
        }
    }

    @Test
    @Order(4)
    void theSessionsFromBeforeASignInAreNotThoseAfterIt() {
        List<Cookie> before;
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/");
            before = page.context().cookies();
            signIn(page, "admin", ADMINISTRATORS);
            page.waitForURL(gongkai.query().url() + "/**");
            assertThat(before)
                    .extracting(it -> it.name)
                    .containsExactlyInAnyOrder("gongkai-session", "gongkai-issuer-session");
            assertThat(page.context().cookies())
                    .extracting(it -> it.value)
                    .doesNotContainAnyElementsOf(
                            before.stream().map(it -> it.value).toList());
        }
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            chromium.page().context().addCookies(before);
            chromium.page().navigate("/");
            assertThat(chromium.page().url()).contains("/login");
        }
    }

    @Test
    @Order(4)
    void whoSignsOutIsAskedAgain() {
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/");
            signIn(page, "admin", ADMINISTRATORS);
            page.locator("header .reader button").click();
            page.waitForURL("**/login**");
            page.navigate("/");
            assertThat(page.url()).contains("/login");
        }
    }

    @Test
    @Order(5)
    void whoLeavesIsForgottenByAccountAndByLedger() throws Exception {
        var trail = "610926-2019-04-T03";
        var actor = Pattern.compile("610926-p-[0-9a-f]{32}")
                .matcher(County.in(gongkai).trail(trail).text());
        assertThat(actor.find()).isTrue();
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/desk");
            signIn(page, "admin", ADMINISTRATORS);
            page.locator("a.accounts").click();
            page.locator("tr:has-text('chen.gang') button:has-text('停用')").click();
            page.locator("tr:has-text('chen.gang') button:has-text('删除')").click();
            assertThat(page.locator("main").textContent()).doesNotContain("chen.gang");
            page.navigate(gongkai.query().url() + "/desk/persons/" + actor.group() + "/erasure");
            page.locator("main form [name=reason]").fill("本人离职并要求删除");
            page.locator("main form [name=authority]").fill("个人信息保护法第四十七条");
            chromium.keepScreenshot("erasure");
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**/jurisdictions/610926/trail?**");
            page.navigate("/obligations/" + trail + "/trail");
            assertThat(page.locator("main").textContent()).contains("已依法删除").doesNotContain("chen.gang");
            chromium.keepScreenshot("erased-actor");
        }
        assertThat(County.in(gongkai).trail(trail).text())
                .contains(actor.group(), "已依法删除")
                .doesNotContain("chen.gang");
        assertThat(new Everywhere(gongkai).tablesWith("chen.gang")).isEmpty();
        assertThat(new Everywhere(gongkai).keysWith("chen.gang")).isEmpty();
    }

    private String openAccount(String name, String role, String county, String unit) {
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/desk");
            signIn(page, "admin", ADMINISTRATORS);
            page.locator("a.accounts").click();
            assertThat(page.locator("main > form").textContent()).contains("登记员（政务公开办）", "经办人（责任单位）");
            page.locator("main > form input[name=name]").fill(name);
            page.locator("input[value=" + role + "]").check();
            page.locator("input[name=jurisdictions]").fill(county);
            page.locator("input[name=units]").fill(unit);
            page.locator("main > form button").click();
            Locator told = page.locator(".told code");
            var password = told.textContent();
            chromium.keepScreenshot("accounts");
            return password;
        }
    }

    private static void signIn(Page page, String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    private static void choose(Page page, String present, String chosen) {
        page.locator("input[name=present]").fill(present);
        page.locator("input[name=chosen]").fill(chosen);
        page.locator("input[name=again]").fill(chosen);
        page.locator("button[type=submit]").click();
    }
}
