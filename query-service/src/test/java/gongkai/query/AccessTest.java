package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.http.access.AccessMatrix;
import gongkai.testing.AccessProbe;
import gongkai.testing.Endpoints;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final String COUNTY = "610926";

    private RunningQuery service;
    private Endpoints endpoints;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka) throws Exception {
        postgres.createDatabase("gongkai_query");
        try (var ledger = new LedgerOnTopic(kafka.bootstrapServers())) {
            ledger.openCounty();
            ledger.importTable();
        }
        service =
                RunningQuery.start(postgres, kafka, "2019-05-06T01:00:00Z", "--gongkai.command-url=http://127.0.0.1:1");
        endpoints = Endpoints.of(service.context());
        assertThat(service.get("/api/obligations/" + LedgerOnTopic.OBLIGATION + "?minPosition=5")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void each_operation_and_page_has_a_row_and_each_row_is_one() {
        assertThat(endpoints.names())
                .containsExactlyInAnyOrderElementsOf(service.bean(AccessMatrix.class).rows().stream()
                        .map(it -> it.method() + " " + it.path())
                        .toList());
    }

    @Test
    void each_role_may_what_the_matrix_says_and_nothing_else() throws Exception {
        var probe = new AccessProbe(service.url(), service.bean(AccessMatrix.class), endpoints.types());
        assertThat(probe.contradictions()).isEmpty();
    }

    @Test
    void the_document_shows_the_matrix() throws Exception {
        var table = service.bean(AccessMatrix.class).table();
        assertThat(Path.of("../infra/docs/ACCESS.md"))
                .as("the table as it should be stands in %s", Files.writeString(Path.of("target/access.md"), table))
                .content()
                .contains(table);
    }

    @Test
    void a_record_of_another_county_is_not_there_whatever_its_position() {
        assertThat(as("auditor", COUNTY, "/api/records/0").status()).isEqualTo(200);
        var foreign = as("auditor", "610999", "/api/records/0");
        var absent = as("auditor", "610999", "/api/records/999");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text().replace("/0", "/999").replace("position 0", "position 999"))
                .isEqualTo(absent.text());
    }

    @Test
    void what_is_subscribed_for_another_county_is_neither_listed_nor_found_nor_made() {
        var made = service.post(
                        "/api/subscriptions",
                        "{\"channel\":\"WECOM\",\"target\":\"693a91f6-7xxx-4bc4-97a0\",\"jurisdiction\":\"610926\"}")
                .json();
        var id = made.path("id").asString();
        assertThat(ids(as("registrar", COUNTY, "/api/subscriptions"))).contains(id);
        assertThat(ids(as("registrar", "610999", "/api/subscriptions"))).doesNotContain(id);
        assertThat(as("registrar", COUNTY, "/api/subscriptions/" + id).status()).isEqualTo(200);
        assertThat(as("registrar", "610999", "/api/subscriptions/" + id).status())
                .isEqualTo(404);
        var refused = Asking.as("registrar", "610999", List.of(), service.url())
                .post()
                .uri("/api/subscriptions")
                .header("Content-Type", "application/json")
                .body("{\"channel\":\"WECOM\",\"target\":\"693a91f6-7xxx-4bc4-97a0\",\"jurisdiction\":\"610926\"}")
                .exchange((_, response) -> response.getStatusCode().value());
        assertThat(refused).isEqualTo(404);
        assertThat(service.delete("/api/subscriptions/" + id).status()).isEqualTo(200);
    }

    @Test
    void the_first_page_leads_an_officer_to_their_unit_and_shows_nobody_another_county() {
        assertThat(location(Asking.as("officer", COUNTY, List.of("610926-T03"), service.url())))
                .endsWith("/units/610926-T03");
        assertThat(as("inspector", COUNTY, "/").text()).contains("610926");
        assertThat(as("inspector", "610999", "/").text()).doesNotContain("610926");
    }

    @Test
    void a_person_without_a_session_is_asked_who_they_are_and_a_program_for_its_token() {
        var page = withoutToken("/jurisdictions/610926");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.text()).endsWith("/oauth2/authorization/gongkai");
        var api = withoutToken("/api/jurisdictions/610926/status");
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.text())
                .startsWith("Bearer")
                .contains("UNAUTHENTICATED", "\"instance\":\"/api/jurisdictions/610926/status\"");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void who_is_refused_a_document_or_a_page_stands_in_the_log(CapturedOutput output) {
        as("inspector", "610999", "/api/jurisdictions/610926/status?secret=s3cret");
        as("auditor", COUNTY, "/jurisdictions/610926?secret=s3cret");
        assertThat(output.getOut().lines().filter(it -> it.contains("RefusalLog")))
                .anyMatch(it ->
                        it.contains("\"NOT_FOUND\"") && it.contains("http.route=\"/api/jurisdictions/{code}/status\""))
                .anyMatch(it -> it.contains("\"FORBIDDEN\"") && it.contains("http.route=\"/jurisdictions/{code}\""))
                .noneMatch(it -> it.contains("s3cret"));
    }

    /** With the headers that say what to do. */
    private Answer withoutToken(String path) {
        return Asking.client(service.url())
                .build()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange((_, it) -> {
                    var body = new String(it.getBody().readAllBytes(), StandardCharsets.UTF_8);
                    var headers = it.getHeaders();
                    return new Answer(
                            it.getStatusCode().value(),
                            headers.getFirst("WWW-Authenticate") + body + headers.getLocation());
                });
    }

    private record Answer(int status, String text) {}

    private Answer as(String role, String county, String path) {
        return Asking.as(role, county, List.of(), service.url())
                .get()
                .uri(path)
                .exchange((_, it) -> new Answer(
                        it.getStatusCode().value(), new String(it.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static String location(RestClient client) {
        return client.get()
                .uri("/")
                .exchange((_, it) -> String.valueOf(it.getHeaders().getLocation()));
    }

    private static List<String> ids(Answer page) {
        JsonNode json = JsonMapper.shared().readTree(page.text());
        return json.path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }
}
