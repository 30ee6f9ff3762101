package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.testing.AccessLaw;
import gongkai.testing.SharedServers;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest implements AccessLaw {

    private static final String COUNTY = "610926";
    private static final String UNIT = "610926-T03";
    private static final String EARLIER = "at=2019-05-01&known=position:2";

    private RunningQuery service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka) throws Exception {
        postgres.createDatabase("gongkai_query");
        try (var ledger = new LedgerOnTopic(kafka.bootstrapServers())) {
            ledger.openCounty();
            ledger.importTable();
        }
        service =
                RunningQuery.start(postgres, kafka, "2019-05-06T01:00:00Z", "--gongkai.command-url=http://127.0.0.1:1");
        assertThat(service.get("/api/obligations/" + LedgerOnTopic.OBLIGATION + "?minPosition=5")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public String url() {
        return service.url();
    }

    @Override
    public ApplicationContext context() {
        return service.context();
    }

    @Test
    void every_role_is_asked_for_earlier_times_exports_evidence_counts_and_changes_as_they_happen() throws Exception {
        assertThat(AccessLaw.names(probe()))
                .contains(
                        "GET /api/jurisdictions/{code}/status?" + EARLIER,
                        "GET /api/obligations?" + EARLIER,
                        "GET /api/jurisdictions/{code}/evidence?" + EARLIER,
                        "GET /api/jurisdictions/{code}/export?format=docx",
                        "GET /api/jurisdictions/{code}/export?format=xlsx",
                        "GET /api/jurisdictions/{code}/export?format=csv",
                        "GET /api/jurisdictions/{code}/bulletins/{month}?format=docx",
                        "GET /api/stream");
    }

    @Test
    void an_officer_is_offered_nothing_that_they_are_refused() throws Exception {
        var officer = walk("officer");
        assertThat(officer.refused()).isEmpty();
        assertThat(officer.reached())
                .contains(
                        "/units/" + UNIT,
                        "/obligations/" + LedgerOnTopic.OBLIGATION,
                        "/obligations/" + LedgerOnTopic.OBLIGATION + "/trail",
                        "/desk/obligations/" + LedgerOnTopic.OBLIGATION + "/cases")
                .noneMatch(it -> it.contains("/evidence") || it.startsWith("/jurisdictions/"))
                .noneMatch(it -> it.endsWith("/reviews") || it.endsWith("/waivers"));
    }

    @Test
    void an_auditor_is_offered_nothing_that_they_are_refused() throws Exception {
        var auditor = walk("auditor");
        assertThat(auditor.refused()).isEmpty();
        assertThat(auditor.reached())
                .contains("/jurisdictions/610926/readings", "/api/jurisdictions/610926/evidence")
                .noneMatch(it -> it.startsWith("/desk") || it.startsWith("/units/"));
    }

    @Test
    void an_inspector_is_offered_nothing_that_they_are_refused() throws Exception {
        var inspector = walk("inspector");
        assertThat(inspector.refused()).isEmpty();
        assertThat(inspector.reached())
                .contains(
                        "/units/" + UNIT,
                        "/tasks/610926-2019-04",
                        "/jurisdictions/610926/trail",
                        "/jurisdictions/610926/readings",
                        "/api/stream?jurisdiction=610926",
                        "/desk/units/" + UNIT + "/calendar")
                .noneMatch(it -> it.equals("/desk") || it.startsWith("/desk/obligations"))
                .anyMatch(it -> it.startsWith("/api/jurisdictions/610926/evidence?"))
                .anyMatch(it -> it.startsWith("/api/jurisdictions/610926/export?"));
    }

    @Test
    void a_registrar_and_an_administrator_are_offered_nothing_that_they_are_refused() throws Exception {
        var registrar = walk("registrar");
        assertThat(registrar.refused()).isEmpty();
        assertThat(registrar.reached()).contains("/desk", "/desk/obligations/" + LedgerOnTopic.OBLIGATION + "/waivers");
        var administrator = walk("administrator");
        assertThat(administrator.refused()).isEmpty();
        assertThat(administrator.reached()).contains("/desk/jurisdictions");
    }

    @Test
    void a_page_that_is_refused_offers_no_other_time_and_one_that_was_not_there_yet_does() {
        var refused = as("officer", COUNTY, "/jurisdictions/610926");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("id=\"time\"");
        assertThat(as("inspector", "610999", "/jurisdictions/610926").text()).doesNotContain("id=\"time\"");
        assertThat(as("inspector", COUNTY, "/tasks/610926-2019-04?known=position:1")
                        .text())
                .contains("id=\"time\"");
    }

    private Walk walk(String role) throws IOException, InterruptedException {
        return Walk.of(TestIssuer.shared().token(role, List.of(role), List.of(COUNTY), List.of(UNIT)), service.url());
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
