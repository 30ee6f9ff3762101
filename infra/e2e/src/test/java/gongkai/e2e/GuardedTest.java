package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.e2e.RawHttp.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser, and what no page of another site can do with it. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
class GuardedTest {
    private static final byte[] NOTHING = {};
    private static final String EVIL = "Origin: https://evil.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js",
                "/swagger-ui/nothing",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/api/nothing",
                "/api/relay",
                "/api/projections",
                "/actuator/health",
                "/actuator/env",
                "/desk",
                "/desk/nothing",
                "/static/nothing.css",
                "/nothing",
                "/%"
            })
    void every_answer_forbids_frames_guesses_and_what_is_not_ours(String address, RunningStandalone gongkai)
            throws IOException {
        for (int port : ports(gongkai)) {
            Answer answer = send(port, "GET", address, NOTHING, EVIL);
            assertThat(answer.status()).isPositive();
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("Referrer-Policy")).contains("same-origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Cache-Control").filter(it -> it.contains("no-store")))
                    .matches(it -> it.isPresent() || !address.startsWith("/api/"));
            String policy = answer.header("Content-Security-Policy").orElse("");
            assertThat(policy.replaceFirst("form-action [^;]*", ""))
                    .contains("default-src 'none'", "script-src 'self';", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval", "http:", "*");
            // Its maker styles it by script; no other page may.
            assertThat(policy.contains("style-src 'self' 'unsafe-inline'"))
                    .isEqualTo(address.startsWith("/swagger-ui/"));
            assertThat(policy.replace("style-src 'self' 'unsafe-inline'", "")).doesNotContain("unsafe");
        }
    }

    @Test
    void what_cannot_be_read_is_its_senders_fault_wherever_it_is_read(RunningStandalone gongkai) throws IOException {
        int command = gongkai.launch().commandPort();
        int query = gongkai.launch().queryPort();
        String token = "Authorization: Bearer " + gongkai.token("registrar");
        String form = "Content-Type: application/x-www-form-urlencoded";
        String duty = "/api/obligations/610999-2019-01-T01";
        List<Answer> answers = List.of(
                send(command, "POST", duty + "/closures", "{}".getBytes(UTF_8), token, "Idempotency-Key: 粲"),
                send(command, "PUT", "/api/jurisdictions/610999", "a=%s".getBytes(UTF_8), token, form),
                send(
                        command,
                        "POST",
                        "/api/obligations/" + "%E5%8E%BF".repeat(300) + "/cases",
                        "{\"subject\":\"a\",\"acceptedAt\":\"2019-04-01T00:00:00Z\",\"reporter\":{\"name\":\"a\"}}"
                                .getBytes(UTF_8),
                        token,
                        "Content-Type: application/json"),
                send(query, "GET", duty + "?at=%s", NOTHING, token),
                send(query, "GET", "/api/calendar/due?from=%2B999999999-12-31&amount=5", NOTHING, token),
                send(query, "GET", "/api/jurisdictions/610999/trail?to=%2B999999999-12-31", NOTHING, token),
                send(query, "GET", "/api/jurisdictions/610999/trail?from=-999999999-01-01", NOTHING, token));
        assertThat(answers).allSatisfy(it -> {
            assertThat(it.status()).isBetween(400, 499);
            assertThat(it.text()).contains("\"code\":");
        });
        assertThat(send(query, "GET", "/api/jurisdictions/610926/bulletins/2019-05", NOTHING, token, "Accept: */*;q=2")
                        .status())
                .isLessThan(500);
    }

    @Test
    void a_cookie_is_for_the_server_alone_and_not_for_requests_of_other_sites(RunningStandalone gongkai)
            throws IOException {
        Answer answer = send(gongkai.launch().queryPort(), "GET", "/?lang=en", NOTHING, "Accept: text/html");
        assertThat(answer.all("Set-Cookie"))
                .isNotEmpty()
                .allMatch(it -> it.contains("HttpOnly") && it.contains("SameSite=Lax") && !it.contains("Domain"));
    }

    @Test
    void a_page_of_another_site_records_and_changes_nothing(RunningStandalone gongkai) throws IOException {
        long newest =
                gongkai.command().get("/api/relay").ok().path("lastPosition").asLong(-1);
        int command = gongkai.launch().commandPort();
        int query = gongkai.launch().queryPort();
        // Whoever they are: a browser that is signed in sends its cookie along.
        String token = "Authorization: Bearer " + gongkai.token("registrar");
        byte[] file = String.join(
                        "\r\n",
                        "--b",
                        "Content-Disposition: form-data; name=\"year\"",
                        "",
                        "2019",
                        "--b",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"t.csv\"",
                        "",
                        "a",
                        "--b--",
                        "")
                .getBytes(UTF_8);
        String form = "Content-Type: application/x-www-form-urlencoded";
        String upload = "Content-Type: multipart/form-data; boundary=b";
        List<Answer> answers = List.of(
                // What browsers send without asking first: forms, files, and requests without a body.
                send(command, "POST", "/api/jurisdictions/610926/plans", file, token, EVIL, upload),
                send(
                        command,
                        "POST",
                        "/api/jurisdictions/610926/plans",
                        file,
                        token,
                        "Sec-Fetch-Site: cross-site",
                        upload),
                send(
                        command,
                        "POST",
                        "/api/jurisdictions/610926/plans",
                        file,
                        token,
                        "Sec-Fetch-Site: same-site",
                        upload),
                send(query, "POST", "/api/projections/rebuild", NOTHING, token, EVIL),
                send(query, "POST", "/api/projections/rebuild", NOTHING, token, "Origin: null"),
                send(query, "POST", "/desk/jurisdictions", NOTHING, token, EVIL, form),
                send(query, "POST", "/desk/jurisdictions", NOTHING, token, form));
        assertThat(answers).extracting(Answer::status).containsOnly(403);
        assertThat(answers.subList(0, 5)).allMatch(HostileRules::isProblem);
        assertThat(answers.subList(5, 7)).allMatch(HostileRules::isPage);
        assertThat(gongkai.command().get("/api/relay").ok().path("lastPosition").asLong(-1))
                .isEqualTo(newest);
    }

    private static List<Integer> ports(RunningStandalone gongkai) {
        return List.of(gongkai.launch().queryPort(), gongkai.launch().commandPort());
    }

    private static Answer send(int port, String verb, String address, byte[] body, String... headers)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: 127.0.0.1:" + port));
        all.addAll(List.of(headers));
        return RawHttp.send(port, RawHttp.bytes(verb, address, all, body));
    }
}
