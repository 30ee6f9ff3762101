package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any OpenID provider may say who somebody is; here a real Keycloak does, and the built-in issuer is not there. */
class KeycloakTest {
    private static final String OBLIGATION = "610926-2019-04-T03";

    @TempDir
    static Path directory;

    private static Keycloak keycloak;
    private static RunningStandalone gongkai;
    private static County county;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start(directory.resolve("keycloak"));
        gongkai = RunningStandalone.start(
                directory.resolve("data"),
                Map.of(
                        "GONGKAI_TIME",
                        "2019-05-06T09:00+08:00",
                        "GONGKAI_ISSUER",
                        keycloak.realm(),
                        "GONGKAI_CLIENT_ID",
                        "gongkai-query",
                        "GONGKAI_CLIENT_SECRET",
                        keycloak.secret()));
        county = new County(
                api(gongkai.command().url(), "registrars-program"),
                api(gongkai.query().url(), "registrars-program"));
        county.statusAfter(county.importEverything());
    }

    @AfterAll
    static void stop() {
        gongkai.close();
        keycloak.close();
    }

    private static Api api(String url, String program) {
        return new Api(url, () -> keycloak.token(program));
    }

    @Test
    void aPersonSignsInWithTheProviderAndWhatTheyRecordHasTheirName() {
        try (var chromium = Chromium.stranger(gongkai.query().url())) {
            Page page = chromium.page();
            page.navigate("/desk/obligations/" + OBLIGATION + "/acknowledgements");
            assertThat(page.url()).startsWith(keycloak.realm());
            page.locator("#username").fill("li.min");
            page.locator("#password").fill(keycloak.officersPassword());
            page.locator("#kc-login").click();
            page.locator("main form [name=reason]").fill("已收到");
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**/obligations/" + OBLIGATION + "?**");
            assertThat(page.locator("header .reader").textContent()).contains("li.min");
            page.navigate("/units/610926-D05");
            assertThat(page.locator("main").textContent()).contains("您的账号没有这个权限");
            page.locator("header .reader button").click();
            page.navigate("/units/610926-T03");
            assertThat(page.url()).startsWith(keycloak.realm());
        }
        assertThat(county.trail(OBLIGATION).text())
                .contains("\"actorName\":\"li.min\"")
                .doesNotContain("service-account");
    }

    @Test
    void aTokenForAnotherApplicationOfTheSameProviderIsNone() {
        assertThat(api(gongkai.command().url(), "another-application")
                        .get("/api/relay")
                        .status())
                .isEqualTo(401);
        assertThat(api(gongkai.query().url(), "another-application")
                        .get("/api/projections")
                        .status())
                .isEqualTo(401);
    }
}
