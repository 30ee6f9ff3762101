package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A contact and a reporter are named, read by who may, and erased as the law asks (个人信息保护法 art. 47). */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonJourneyTest {
    private static final String UNIT = "610926-T02";
    private static final String OBLIGATION = "610926-2019-08-T02";
    private static final String CONTACT = "慕容联系甲";
    private static final String REPORTER = "尉迟反映乙";
    private static final String ERASED = "已依法删除";

    private static String contact = "";
    private static String reporter = "";
    private static long named;
    private static byte[] bundle = new byte[0];
    private static String answer = "";

    private final RunningStandalone gongkai;

    PersonJourneyTest(RunningStandalone gongkai) {
        this.gongkai = gongkai;
    }

    private String question() {
        return "/api/units/%s/status?at=2019-05-05&known=position:%d".formatted(UNIT, named);
    }

    private byte[] evidence() {
        return gongkai.query("auditor")
                .download("/api/jurisdictions/610926/evidence?obligation=%s&at=2019-05-05&known=position:%d"
                        .formatted(OBLIGATION, named));
    }

    private String page(String path) {
        return new String(gongkai.query().download(path), StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void whoMayReadSeesTheContactAndTheReporter() throws IOException {
        var county = County.in(gongkai);
        county.importEverything();
        contact = gongkai.command()
                .put(
                        "/api/jurisdictions/610926/units/" + UNIT + "/contact",
                        "application/json",
                        "{\"name\":\"%s\",\"phone\":\"13955500001\"}".formatted(CONTACT))
                .ok()
                .path("id")
                .asString();
        var desk = new DeskClient(gongkai.query("officer"));
        var form = "/desk/obligations/" + OBLIGATION + "/cases";
        assertThat(desk.get(form).text()).contains("反映人姓名", "只有有权办理或查看这一事项的人看得到");
        var nameless =
                desk.post(form, "subject", "自来水浑浊", "acceptedAt", "2019-04-24T09:00", "reporter.phone", "13955500002");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text()).contains("请填写反映人姓名");
        named = desk.post(
                        form,
                        "subject",
                        "自来水浑浊",
                        "acceptedAt",
                        "2019-04-24T09:00",
                        "reporter.name",
                        REPORTER,
                        "reporter.phone",
                        "13955500002")
                .position();
        county.statusAfter(named);
        reporter = gongkai.query("officer")
                .get("/api/obligations/" + OBLIGATION)
                .ok()
                .path("reporters")
                .path(0)
                .path("person")
                .asString();
        answer = gongkai.query().get(question()).text();
        assertThat(answer).contains(CONTACT, "13955500001", "\"OPEN\"");
        assertThat(gongkai.query("officer")
                        .get("/api/obligations/" + OBLIGATION)
                        .text())
                .contains(REPORTER, reporter);
        assertThat(page("/units/" + UNIT)).contains(CONTACT);
        assertThat(page("/obligations/" + OBLIGATION)).contains(REPORTER + "（13955500002）");
        assertThat(page("/obligations/" + OBLIGATION + "/trail")).contains(REPORTER);
        bundle = evidence();
    }

    @Test
    @Order(2)
    void evidenceExportsBulletinsAndCalendarsNameNobody() throws Exception {
        assertThat(Everywhere.contains(bundle, REPORTER)).isFalse();
        for (var path : new String[] {
            "/api/jurisdictions/610926/export?format=csv",
            "/api/jurisdictions/610926/bulletins/2019-04",
            "/api/units/" + UNIT + "/deadlines.ics",
            "/api/notices?jurisdiction=610926"
        }) {
            assertThat(new String(gongkai.query().download(path), StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain(CONTACT, REPORTER);
        }
        assertThat(gongkai.query("auditor")
                        .get("/api/obligations/" + OBLIGATION)
                        .status())
                .isEqualTo(403);
        assertThat(new Everywhere(gongkai).placesOf(REPORTER)).isEmpty();
    }

    @Test
    @Order(3)
    void onceErasedTheyAreReadNowhereAndAllElseReadsAsBefore() {
        for (var person : new String[] {contact, reporter}) {
            gongkai.command()
                    .delete("/api/persons/" + person, Map.of("reason", "本人要求", "authority", "个人信息保护法第四十七条"))
                    .ok();
        }
        var after = gongkai.query().get(question()).text();
        assertThat(after).contains("\"ERASED\"").doesNotContain(CONTACT, "13955500001");
        assertThat(withoutContact(after)).isEqualTo(withoutContact(answer));
        assertThat(page("/units/" + UNIT)).contains(ERASED).doesNotContain(CONTACT);
        assertThat(page("/obligations/" + OBLIGATION)).contains(ERASED).doesNotContain(REPORTER, "13955500002");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page("/jurisdictions/610926/trail"))
                        .contains("依法删除 " + contact, "个人信息保护法第四十七条", ERASED)
                        .doesNotContain(CONTACT));
    }

    private static String withoutContact(String text) {
        return text.replaceAll("\"contact\":\\{[^}]*}", "");
    }

    @Test
    @Order(4)
    void whatWasTakenAlongBeforeStillProvesAndTheSameQuestionHasTheSameBytes(@TempDir Path directory) throws Exception {
        assertThat(evidence()).isEqualTo(bundle);
        var file = Files.write(directory.resolve("before.zip"), bundle);
        var key = gongkai.command().get("/api/ledgers/610926/vkey").text().strip();
        var said = OfflineVerifier.verify(file.toString(), "--trust", key);
        assertThat(said.text()).contains("PROVEN");
        assertThat(gongkai.command().get("/api/ledgers/610926/verification").text())
                .contains("\"valid\":true");
    }

    @Test
    @Order(5)
    void theirNamesStandNowhere() throws Exception {
        var everywhere = new Everywhere(gongkai);
        assertThat(everywhere.placesOf("自来水浑浊"))
                .as("the search finds what is there")
                .hasSizeGreaterThan(2);
        for (var text : new String[] {CONTACT, REPORTER, "13955500001", "13955500002"}) {
            assertThat(everywhere.placesOf(text)).isEmpty();
        }
    }
}
