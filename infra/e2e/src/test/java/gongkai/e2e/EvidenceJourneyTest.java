package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import gongkai.bundle.Sha256;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.Verifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An inspector takes evidence along and checks it elsewhere, with one jar and without the system. */
class EvidenceJourneyTest {

    private static final String PATH = "/api/jurisdictions/610926/evidence?at=2019-05-02&known=position:";

    @TempDir
    static Path directory;

    private static RunningStandalone gongkai;
    private static long position;
    private static String key = "";

    @BeforeAll
    static void start_with_the_real_table() throws IOException {
        gongkai = RunningStandalone.start(directory.resolve("data"), Map.of());
        var county = County.in(gongkai);
        position = county.publish("610926-2019-04-T03", "老县镇镇情概况");
        county.statusAfter(position);
        key = gongkai.command().get("/api/ledgers/610926/vkey").text().strip();
    }

    @AfterAll
    static void stop() {
        gongkai.close();
    }

    @Test
    void an_answer_names_the_checkpoint_that_covers_it_and_the_ledger_signs_just_that() {
        var asOf = gongkai.query()
                .get("/api/jurisdictions/610926/status?at=2019-05-02&known=position:" + (position - 1))
                .ok()
                .path("asOf");
        var covering = asOf.path("checkpoints").get(0);
        assertThat(covering.path("size").asLong()).isEqualTo(position);
        var note = gongkai.command().get(covering.path("url").asString()).text();
        assertThat(note.lines())
                .startsWith(
                        covering.path("origin").asString(),
                        String.valueOf(position),
                        covering.path("root").asString());
    }

    @Test
    void the_page_of_differences_shows_what_was_recorded_late_and_that_the_town_was_shown_overdue() {
        try (var chromium = Chromium.open(gongkai.query())) {
            var page = chromium.page();
            page.navigate("/jurisdictions/610926/difference");
            page.getByLabel("看哪一天", new Page.GetByLabelOptions().setExact(true)).fill("2019-05-02");
            page.getByLabel("较早时所知").fill("position:" + (position - 1));
            page.getByText("比较", new Page.GetByTextOptions().setExact(true)).click();
            var row = page.locator("tr[id='610926-2019-04-T03']");
            PlaywrightAssertions.assertThat(row).containsText("曾显示逾期");
            PlaywrightAssertions.assertThat(row).containsText("补录");
            PlaywrightAssertions.assertThat(row).containsText("至账位 " + position);
            chromium.keepScreenshot("difference");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void a_county_is_proven_whole_and_the_same_question_has_the_same_bytes() throws Exception {
        var begun = Instant.now();
        var bundle = download(PATH + position);
        System.out.printf(
                "bundle of a county-year: %,d bytes in %d ms%n",
                Files.size(bundle), Duration.between(begun, Instant.now()).toMillis());
        var said = OfflineVerifier.verify(bundle.toString(), "--trust", key);
        assertThat(said.text()).contains("已证实", "PROVEN", "none left out");
        assertThat(said.code()).isZero();

        long later = County.in(gongkai).publish("610926-2019-04-T04", "另一镇");
        County.in(gongkai).statusAfter(later);
        assertThat(download(PATH + position)).hasSameBinaryContentAs(bundle);
    }

    @Test
    void a_unit_and_an_obligation_are_proven_as_far_as_they_can_be() throws Exception {
        var unit = OfflineVerifier.verify(
                download(PATH + position + "&unit=610926-T03").toString(), "--trust", key);
        assertThat(unit.text()).contains("PROVEN", "issuer's word alone");
        var whole = download(PATH + position + "&full=true&obligation=610926-2019-04-T03");
        assertThat(OfflineVerifier.verify(whole.toString(), "--trust", key).text())
                .contains("PROVEN", "none left out");
        assertThat(OfflineVerifier.verify(whole.toString()).code()).isEqualTo(3);
    }

    @Test
    void a_tampered_bundle_is_refused_and_an_earlier_checkpoint_is_grown_from() throws Exception {
        var kept = Files.writeString(
                directory.resolve("kept"),
                gongkai.command().get("/api/ledgers/610926/checkpoint").text());
        long later = County.in(gongkai).publish("610926-2019-04-T05", "又一镇");
        County.in(gongkai).statusAfter(later);
        var grown = OfflineVerifier.verify(
                download(PATH + later).toString(), "--trust", key, "--last-checkpoint", kept.toString());
        assertThat(grown.text()).contains("begins with your earlier checkpoint");
        assertThat(grown.code()).isZero();

        var past = download(PATH + "10");
        var shorter = OfflineVerifier.verify(past.toString(), "--trust", key, "--last-checkpoint", kept.toString());
        assertThat(shorter.text()).contains("REFUSED: last-checkpoint:");
        assertThat(shorter.code()).isEqualTo(1);
        var size = shorter.text().strip().replaceAll("(?s).*size=", "");
        var covered = download(PATH + "10&size=" + size);
        assertThat(OfflineVerifier.verify(covered.toString(), "--trust", key, "--last-checkpoint", kept.toString())
                        .code())
                .isZero();

        var bytes = Files.readAllBytes(past);
        bytes[bytes.length / 2] ^= 1;
        var tampered = OfflineVerifier.verify(
                Files.write(directory.resolve("tampered.zip"), bytes).toString(), "--trust", key);
        assertThat(tampered.text()).contains("REFUSED");
        assertThat(tampered.code()).isEqualTo(1);
    }

    @Test
    void an_inspectors_export_and_evidence_are_themselves_on_record() throws Exception {
        var asked = List.of(
                "/api/jurisdictions/610926/export?format=csv&known=position:" + position,
                PATH + position + "&unit=610926-T03",
                "/api/jurisdictions/610926/bulletins/2019-04?format=docx");
        for (var question : asked) {
            var file = gongkai.query().download(question);
            var reading = readings("?limit=1").path("items").get(0);
            assertThat(reading.path("question").asString()).isEqualTo(question);
            assertThat(reading.path("sha256").asString()).isEqualTo(Sha256.of(file));
            assertThat(reading.path("length").asLong()).isEqualTo(file.length);
        }
        assertThat(readings("?kind=EXPORT")
                        .path("items")
                        .get(0)
                        .path("position")
                        .asLong())
                .isEqualTo(position);
        assertThat(readings("/verification").path("valid").asBoolean()).isTrue();
        assertChained(readings("?limit=500").path("items"));
    }

    private static JsonNode readings(String parameters) {
        return gongkai.query()
                .get("/api/jurisdictions/610926/readings" + parameters)
                .ok();
    }

    /** As anybody can from the list alone, by the recipe in the inspector's guide. */
    private static void assertChained(JsonNode newestFirst) {
        var before = "0".repeat(64);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            var it = newestFirst.get(i);
            var lines = new StringBuilder("gongkai-reading/1\n" + before + "\n610926\n");
            for (var name : List.of(
                    "number", "readAt", "reader", "kind", "question", "at", "known", "position", "sha256", "length")) {
                var value = it.path(name).asString();
                lines.append(
                                List.of("readAt", "at", "known").contains(name)
                                        ? OffsetDateTime.parse(value).toInstant()
                                        : value)
                        .append('\n');
            }
            before = Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(it.path("hash").asString()).isEqualTo(before);
        }
    }

    @Test
    void each_event_of_a_trail_leads_to_its_bytes_its_proof_and_the_evidence() throws Exception {
        var items = County.in(gongkai).trail("610926-2019-04-T03").ok().path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(1).path("sentence").asString()).isEqualTo("公开“老县镇镇情概况”。");
        assertThat(items.get(1).path("recordedLate").asBoolean()).isTrue();
        assertThat(items.get(1).path("changes").toString()).contains("OVERDUE", "FULFILLED");
        for (var item : items) {
            var record =
                    gongkai.query().download(item.path("links").path("record").asString());
            var proof = item.path("links").path("proof").asString();
            var size = Long.parseLong(proof.replaceAll(".*size=", ""));
            var path = gongkai.command()
                    .get(proof)
                    .ok()
                    .path("hashes")
                    .valueStream()
                    .map(it -> new Hash(Base64.getDecoder().decode(it.asString())))
                    .toList();
            var root = Checkpoint.parseNote(gongkai.command()
                            .get("/api/ledgers/610926/checkpoint?size=" + size)
                            .text())
                    .orElseThrow()
                    .root();
            assertThat(Verifier.includes(Hash.ofLeaf(record), item.path("leaf").asLong(), size, path, root))
                    .isTrue();
            var bundle = download(item.path("links").path("evidence").asString());
            assertThat(OfflineVerifier.verify(bundle.toString(), "--trust", key).text())
                    .contains("PROVEN");
        }
    }

    @Test
    void an_inspector_follows_a_trail_on_pages_and_finds_the_visit_on_record() {
        var command = gongkai.command();
        var basis = Map.of("reason", "县政府常务会议同意", "authority", "平政办函〔2019〕12号");
        var extension = new HashMap<String, Object>(basis);
        extension.put("dueOn", "2019-05-15");
        command.post("/api/obligations/610926-2019-04-T06/extensions", extension)
                .ok();
        command.post("/api/obligations/610926-2019-04-T07/waivers", basis).ok();
        var clarification = new HashMap<String, Object>(basis);
        clarification.put("units", List.of("610926-D07", "610926-D09"));
        var last = command.post("/api/tasks/610926-2019-30/clarifications", clarification)
                .position();
        County.in(gongkai).statusAfter(last);
        try (var chromium = Chromium.open(gongkai.query())) {
            var page = chromium.page();
            page.navigate("/jurisdictions/610926/trail");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("平利县 轨迹");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("2019年4月30日 → 2019年5月15日");
            chromium.keepScreenshot("trail-county");
            page.getByLabel("事件").selectOption("PublicationRecorded");
            page.locator("main").getByRole(AriaRole.BUTTON).click();
            PlaywrightAssertions.assertThat(page.locator("tbody tr").first()).containsText("补录");
            page.locator("tbody tr td.what a").first().click();
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("第4行 组织机构 轨迹");
            chromium.keepScreenshot("trail-obligation");
            for (var one : List.of("units/610926-T03", "tasks/610926-2019-30", "plans/610926-2019")) {
                page.navigate("/" + one + "/trail");
                chromium.keepScreenshot("trail-" + one.substring(0, one.indexOf('/')));
            }
            page.navigate("/jurisdictions/610926/trail");
            page.getByText("查阅记录").first().click();
            PlaywrightAssertions.assertThat(page.locator(".verdict")).containsText("无一更改");
            PlaywrightAssertions.assertThat(page.locator("tbody tr").first())
                    .containsText("/jurisdictions/610926/trail");
            chromium.keepScreenshot("trail-readings");
            page.setViewportSize(390, 844);
            page.navigate("/units/610926-T03/trail");
            chromium.keepScreenshot("trail-unit-phone");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_asked_is_said() {
        var query = gongkai.query();
        assertThat(query.get(PATH + position + "&unit=610926-X99").text()).contains("UNIT_UNKNOWN");
        assertThat(query.get(PATH + position + "&unit=610926-T03&obligation=610926-2019-04-T03")
                        .text())
                .contains("FIELD_INVALID");
        assertThat(query.get(PATH + position + "&size=1").text()).contains("FIELD_INVALID");
        assertThat(gongkai.command().get("/api/documents/abc").text()).contains("DOCUMENT_UNKNOWN");
    }

    private static Path download(String path) throws IOException, InterruptedException {
        var file = Files.createTempFile(directory, "evidence", ".zip");
        var request = HttpRequest.newBuilder(URI.create(gongkai.query().url() + path))
                .header(
                        "Authorization",
                        "Bearer " + gongkai.query("auditor").token().get())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode())
                    .as(new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            return Files.write(file, response.body());
        }
    }
}
