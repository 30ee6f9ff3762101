package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.testing.AccessLaw;
import gongkai.testing.SharedServers;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest implements AccessLaw {

    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public String url() {
        return service.address();
    }

    @Override
    public ApplicationContext context() {
        return service.context();
    }

    @Test
    @Override
    public void each_role_may_what_the_document_says_and_nothing_else() throws Exception {
        long before = service.recorded();
        assertThat(probe().contradictions()).isEmpty();
        assertThat(service.recorded()).isEqualTo(before);
    }

    @Test
    void only_an_access_token_of_the_issuer_for_us_that_holds_now_counts() {
        var issuer = TestIssuer.shared();
        assertThat(statusWith(issuer.token("registrar"))).isEqualTo(200);
        assertThat(statusWith(issuer.token("JWT", it -> it.claim("roles", List.of("registrar")))))
                .as("an ID token")
                .isEqualTo(401);
        assertThat(statusWith(issuer.token("at+jwt", it -> it.audience("somebody-else"))))
                .isEqualTo(401);
        assertThat(statusWith(issuer.token("at+jwt", it -> it.issuer("http://127.0.0.1:1"))))
                .isEqualTo(401);
        assertThat(statusWith(issuer.token(
                        "at+jwt",
                        it -> it.expirationTime(Date.from(Instant.now().minusSeconds(120))))))
                .isEqualTo(401);
        assertThat(statusWith(issuer.token("at+jwt", it -> it.expirationTime(null))))
                .isEqualTo(401);
        assertThat(statusWith(issuer.token("registrar").replaceFirst("\\.[^.]+$", ".AAAA")))
                .as("another signature")
                .isEqualTo(401);
        assertThat(statusWith("no token")).isEqualTo(401);
        assertThat(get("/api/relay", "none").text()).contains("UNAUTHENTICATED", "\"instance\":\"/api/relay\"");
    }

    @Test
    void the_actor_of_what_is_recorded_is_whom_the_token_names() {
        var answer = RestClient.builder()
                .baseUrl(service.address())
                .defaultHeaders(it -> it.setBearerAuth(
                        TestIssuer.shared().token("李登记", List.of("registrar"), List.of("610931"), List.of())))
                .build()
                .put()
                .uri("/api/jurisdictions/610931")
                .header("Content-Type", "application/json")
                .body("{\"name\":\"某县\"}")
                .retrieve()
                .toBodilessEntity();
        assertThat(answer.getStatusCode().is2xxSuccessful()).isTrue();
        assertThat(service.text("/api/ledgers/610931/records?from=0")).contains("\"actor\":\"李登记\"");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void who_is_refused_stands_in_the_log_with_the_operation_and_nothing_that_they_sent(CapturedOutput output) {
        var issuer = TestIssuer.shared();
        var stranger = issuer.token("stranger-1", List.of("registrar"), List.of("610999"), List.of());
        var inspector = issuer.token("inspector-1", List.of("inspector"), List.of("610926"), List.of());
        get("/api/ledgers/610926/checkpoint?secret=s3cret", stranger);
        get("/api/ledgers/610926/checkpoint", inspector);
        RestClient.create(service.address())
                .put()
                .uri("/api/jurisdictions/610926?secret=s3cret")
                .headers(it -> it.setBearerAuth(inspector))
                .header("Content-Type", "application/json")
                .body("{}")
                .exchange((_, it) -> it.getStatusCode());
        // Of all callers whom nobody knows there is one line a second.
        await().untilAsserted(() -> {
            get("/api/relay?secret=s3cret", "n0-token");
            assertThat(output.getOut()).contains("TOKEN_NOT_TAKEN");
        });
        for (int i = 0; i < 50; i++) {
            get("/api/ledgers/610926/vkey", stranger);
        }
        var lines =
                output.getOut().lines().filter(it -> it.contains("RefusalLog")).toList();
        assertThat(lines)
                .anyMatch(it -> it.contains("event.reason=\"NOT_FOUND\" user.id=\"stranger-1\" user.roles=\"registrar\""
                        + " http.request.method=\"GET\" http.route=\"/api/ledgers/{code}/checkpoint\""))
                .anyMatch(
                        it -> it.contains("event.reason=\"FORBIDDEN\" user.id=\"inspector-1\" user.roles=\"inspector\""
                                + " http.request.method=\"PUT\" http.route=\"/api/jurisdictions/{code}\""))
                .noneMatch(it -> it.contains("inspector-1") && it.contains("checkpoint"));
        assertThat(lines.stream().filter(it -> it.contains("stranger-1"))).hasSizeBetween(1, 40);
        assertThat(output.getOut()).doesNotContain("s3cret", "n0-token", stranger, inspector);
    }

    private int statusWith(String token) {
        return get("/api/relay", token).status();
    }

    private record Answer(int status, String text) {}

    private Answer get(String path, String token) {
        return RestClient.create(service.address())
                .get()
                .uri(path)
                .headers(it -> it.setBearerAuth(token))
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
    }
}
