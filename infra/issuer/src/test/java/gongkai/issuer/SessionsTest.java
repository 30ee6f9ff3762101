package gongkai.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When a session begins and ends, as browsers see it. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {

    private static final String PASSWORD = "three loquat trees in the yard";
    private static final String ANOTHER = "老城墙下有一口不干的水井";

    private RunningIssuer issuer;

    @BeforeAll
    void start(TestPostgres postgres, @TempDir Path directory) {
        postgres.createDatabase(RunningIssuer.DATABASE);
        issuer = RunningIssuer.start(postgres, directory.resolve("keys"));
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void aSessionFromBeforeTheSignInIsNotTheOneAfterIt() {
        issuer.account("li.na", "inspector", PASSWORD);
        var browser = new Browser(issuer);
        browser.get("/login");
        var before = browser.session();
        browser.signIn("li.na", PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(new Browser(issuer).withSession(browser.session()).isSignedIn())
                .isTrue();
        assertThat(new Browser(issuer).withSession(before).isSignedIn()).isFalse();
    }

    @Test
    void aClosedAccountSignsNobodyInAndItsSessionAndRefreshTokenEnd() {
        issuer.account("wang.wei", "inspector", PASSWORD);
        var browser = new Browser(issuer);
        browser.signIn("wang.wei", PASSWORD);
        var tokens = browser.refreshed(browser.tokens());
        assertThat(tokens.path("access_token").asString("")).isNotEmpty();
        issuer.accounts().enable("wang.wei", false);
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.refreshed(tokens).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(new Browser(issuer).signIn("wang.wei", PASSWORD).to()).endsWith("/login?error");
        issuer.accounts().enable("wang.wei", true);
        assertThat(browser.isSignedIn()).as("what ended does not come back").isFalse();
        assertThat(new Browser(issuer).signIn("wang.wei", PASSWORD).to()).doesNotContain("error");
    }

    @Test
    void afterANewPasswordTheOtherBrowserMustSignInAnewAndThisOneStays() {
        issuer.account("zhang.min", "inspector", PASSWORD);
        var other = new Browser(issuer);
        other.signIn("zhang.min", PASSWORD);
        var tokens = other.tokens();
        var mine = new Browser(issuer);
        mine.signIn("zhang.min", PASSWORD);
        var before = mine.session();
        assertThat(mine.choosePassword(PASSWORD, ANOTHER).status()).isEqualTo(302);
        assertThat(mine.isSignedIn()).isTrue();
        assertThat(mine.session()).isNotEqualTo(before);
        assertThat(mine.refreshed(mine.tokens()).path("access_token").asString(""))
                .isNotEmpty();
        assertThat(other.isSignedIn()).isFalse();
        assertThat(other.refreshed(tokens).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(other.signIn("zhang.min", PASSWORD).to()).endsWith("/login?error");
        assertThat(other.signIn("zhang.min", ANOTHER).to()).doesNotContain("error");
        assertThat(other.isSignedIn()).isTrue();
    }

    @Test
    void whoAdministersNoLongerLosesTheAccountsAtOnceAndWhatTheySendComesToNothing() {
        issuer.account("zhao.lei", "administrator", PASSWORD);
        issuer.account("liu.yang", "officer", PASSWORD);
        var browser = new Browser(issuer);
        browser.signIn("zhao.lei", PASSWORD);
        assertThat(browser.get("/accounts").status()).isEqualTo(200);
        var mark = browser.mark("/accounts");
        issuer.accounts().change("zhao.lei", List.of("inspector"), List.of("610926"), List.of());
        assertThat(browser.submitMarked(mark, "/accounts/liu.yang/deletion", Map.of())
                        .to())
                .endsWith("/login");
        assertThat(issuer.accounts().find("liu.yang")).isPresent();
        assertThat(browser.get("/accounts").to()).endsWith("/login");
    }

    @Test
    void whoChangesTheirOwnAccountStays() {
        issuer.account("sun.li", "administrator", PASSWORD);
        var browser = new Browser(issuer);
        browser.signIn("sun.li", PASSWORD);
        browser.submit("/accounts", "/accounts/sun.li", Map.of("roles", "administrator", "jurisdictions", "610927"));
        assertThat(issuer.accounts().find("sun.li").orElseThrow().jurisdictions())
                .containsExactly("610927");
        assertThat(browser.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void anEasyPasswordIsRefusedInWordsAndTheOldOneHolds() {
        issuer.account("ma.chao", "inspector", PASSWORD);
        var browser = new Browser(issuer);
        browser.signIn("ma.chao", PASSWORD);
        var refused = browser.choosePassword(PASSWORD, "平利县政务公开办2019");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("太容易被猜到", "too easy to guess");
        assertThat(new Browser(issuer).signIn("ma.chao", PASSWORD).to()).doesNotContain("error");
    }
}
