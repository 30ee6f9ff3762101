package gongkai.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines as a collector reads them. */
@ExtendWith({SharedServers.class, OutputCaptureExtension.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityLogTest {

    private static final String PASSWORD = "three loquat trees in the yard";
    private static final String ANOTHER = "a well that never runs dry";
    private static final String FORGED = "nobody\n{\"event\":{\"action\":\"sign-in\"},\"user\":{\"id\":\"forged\"}}";

    private RunningIssuer issuer;

    @BeforeAll
    void start(TestPostgres postgres, @TempDir Path directory) {
        postgres.createDatabase(RunningIssuer.DATABASE);
        issuer = RunningIssuer.start(postgres, directory.resolve("keys"), "logging.structured.format.console=ecs");
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void signInsFailuresSignOutsAndPasswordsStandInTheLogByTheAccountsIdAlone(CapturedOutput output) {
        issuer.account("qian.wu", "inspector", PASSWORD);
        var id = id("qian.wu");
        var browser = new Browser(issuer);
        browser.signIn("qian.wu", "wr0ng-password");
        browser.signIn(FORGED, PASSWORD);
        browser.signIn("qian.wu", PASSWORD);
        browser.choosePassword("wr0ng-present", ANOTHER);
        browser.choosePassword(PASSWORD, ANOTHER);
        browser.get("/accounts");
        var tokens = browser.tokens();
        var session = browser.session();
        browser.submit("/password", "/logout", Map.of());
        assertThat(lines(output))
                .containsSequence(
                        "sign-in failure " + id + " BadCredentials ",
                        "sign-in failure unknown BadCredentials ",
                        "sign-in success " + id + "  ",
                        "sign-in failure " + id + " BadCredentials ",
                        "account-password-chosen success " + id + "  " + id,
                        "access failure " + id + "  ",
                        "sign-out success " + id + "  ");
        assertThat(output.getAll())
                .doesNotContain(
                        PASSWORD,
                        ANOTHER,
                        "wr0ng",
                        "qian.wu",
                        "nobody",
                        session,
                        tokens.path("access_token").asString(),
                        tokens.path("refresh_token").asString());
    }

    @Test
    void aSignOutFromThePagesStandsInTheLog(CapturedOutput output) {
        issuer.account("wei.han", "inspector", PASSWORD);
        var browser = new Browser(issuer);
        browser.signIn("wei.han", PASSWORD);
        var hint = browser.tokens().path("id_token").asString();
        browser.get("/connect/logout?id_token_hint=" + hint);
        assertThat(lines(output)).contains("sign-out success " + id("wei.han") + "  ");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(output.getAll()).doesNotContain(hint);
    }

    @Test
    void whoChangesWhoseAccountStandsInTheLog(CapturedOutput output) {
        issuer.account("feng.jie", "administrator", PASSWORD);
        issuer.account("chu.yun", "inspector", PASSWORD);
        var by = id("feng.jie");
        var whose = id("chu.yun");
        var browser = new Browser(issuer);
        browser.signIn("feng.jie", PASSWORD);
        browser.submit("/accounts", "/accounts/chu.yun", Map.of("roles", "auditor", "jurisdictions", "610927"));
        browser.submit("/accounts", "/accounts/chu.yun/enabled", Map.of("enabled", "false"));
        browser.submit("/accounts", "/accounts/chu.yun/enabled", Map.of("enabled", "true"));
        browser.submit("/accounts", "/accounts/chu.yun/reset", Map.of());
        browser.submit("/accounts", "/accounts/chu.yun/deletion", Map.of());
        assertThat(lines(output))
                .containsSequence(
                        "account-roles-changed success " + by + "  " + whose,
                        "account-closed success " + by + "  " + whose,
                        "account-opened-again success " + by + "  " + whose,
                        "account-one-time-password-given success " + by + "  " + whose,
                        "account-deleted success " + by + "  " + whose);
    }

    @Test
    void aProgramsTokensAndWrongSecretsStandInTheLogAndLockNobodysAccount(CapturedOutput output) {
        issuer.account("auditor", "auditor", PASSWORD);
        for (int i = 0; i < 11; i++) {
            askAs("auditor", "wrong-s3cret");
        }
        askAs("auditor", issuer.secret("auditor"));
        assertThat(lines(output)).contains("sign-in failure auditor invalid_client ", "token success auditor  ");
        assertThat(output.getAll()).doesNotContain("wrong-s3cret", issuer.secret("auditor"));
        assertThat(new Browser(issuer).signIn("auditor", PASSWORD).to()).doesNotContain("error");
    }

    @Test
    @Order(Integer.MAX_VALUE) // it leaves no room for others that nobody knows
    void aFloodOfFailuresDoesNotFillTheLog(CapturedOutput output) {
        for (int i = 0; i < 300; i++) {
            askAs("nobody" + i, "nothing");
        }
        assertThat(lines(output).stream()
                        .filter(it -> it.contains("unknown invalid_client"))
                        .count())
                .isBetween(1L, 100L);
    }

    private String id(String name) {
        return issuer.accounts().find(name).orElseThrow().id().toString();
    }

    private void askAs(String client, String secret) {
        RestClient.create(issuer.address())
                .post()
                .uri("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(it -> it.setBasicAuth(client, secret))
                .body("grant_type=client_credentials")
                .exchange((_, it) -> it.getStatusCode());
    }

    /** Action, outcome, who, why, whose. */
    private static List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(it -> it.contains("SecurityLog"))
                .map(it -> JsonMapper.shared().readTree(it))
                .map(it -> "%s %s %s %s %s"
                        .formatted(
                                text(it, "event", "action"),
                                text(it, "event", "outcome"),
                                text(it, "user", "id"),
                                text(it, "event", "reason"),
                                it.path("user").path("target").path("id").asString("")))
                .toList();
    }

    private static String text(JsonNode line, String object, String field) {
        return line.path(object).path(field).asString("");
    }
}
