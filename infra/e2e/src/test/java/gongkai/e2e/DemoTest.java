package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.record.EventType;
import gongkai.status.Slip;
import gongkai.status.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The invented year, told once in two parts: its telling is killed in the middle, and goes on at a start that is not asked
 * for a demo any more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
    private static final String COUNTY = "/api/jurisdictions/610926";
    private static final String MARK = "演示数据";

    @TempDir
    static Path directory;

    private RunningStandalone gongkai;
    private Api query;
    private Api command;
    private String known;

    @BeforeAll
    void tell() throws IOException {
        var data = directory.resolve("data");
        killInSummer(Launch.on(data, Map.of("GONGKAI_SAMPLE", "demo")));
        gongkai = RunningStandalone.start(data, Map.of());
        assertThat(gongkai.program().output()).contains("sample demo");
        query = gongkai.query();
        command = gongkai.command();
        var now = query.get(COUNTY + "/status").ok().path("asOf");
        assertThat(now.path("at").asString()).startsWith("2019-12-16T09:0");
        known = "at=2019-12-16T09:00:00%2B08:00&known=position:"
                + now.path("position").asLong();
    }

    private static void killInSummer(Launch launch) throws IOException {
        var program = launch.begin();
        var api = new Api("http://127.0.0.1:" + launch.queryPort(), Tokens.of(launch));
        BooleanSupplier isSummer = () -> {
            assertThat(program.isAlive()).as(program.toString()).isTrue();
            try {
                return api.get("/api/obligations/610926-2019-04-T01").text().contains("\"asOf\":{\"at\":\"2019-07");
            } catch (AssertionError _) {
                return false;
            }
        };
        await("July")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(isSummer::getAsBoolean);
        program.process().destroyForcibly().onExit().join();
    }

    @AfterAll
    void stop() {
        gongkai.close();
    }

    @Test
    void every_status_is_there_and_the_same_for_each_obligation_at_every_telling() throws IOException {
        var statuses = new TreeMap<String, String>();
        pages(query, "/api/obligations?jurisdiction=610926&limit=500&" + known, "cursor")
                .forEach(it ->
                        statuses.put(it.path("id").asString(), it.path("status").asString()));
        var lines = statuses.entrySet().stream()
                .map(it -> it.getKey() + "," + it.getValue())
                .toList();
        Files.createDirectories(Project.screenshots());
        Files.write(Project.screenshots().resolve("demo-statuses.csv"), lines);
        assertThat(statuses.values()).contains(names(Status.values()));
        assertThat(lines)
                .as("if the demo is meant to be another now: take target/screenshots/demo-statuses.csv")
                .isEqualTo(
                        Files.readAllLines(Project.root().resolve("infra/e2e/src/test/resources/demo-statuses.csv")));
    }

    @Test
    void every_slip_is_out() {
        var december = query.get(COUNTY + "/bulletins/2019-12?" + known).ok();
        assertThat(december.path("name").asString()).contains(MARK);
        assertThat(values(december.path("slips"), "slip")).contains(names(Slip.values()));
    }

    @Test
    void the_second_lamp_shows_each_way_in_which_a_statute_can_stand() {
        var lamps = Stream.of("03", "07", "08", "16")
                .flatMap(row -> query.get("/api/obligations?jurisdiction=610926&limit=500&" + known)
                        .ok()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("id").asString())
                        .filter(id -> id.startsWith("610926-2019-" + row)))
                .flatMap(id -> query.get("/api/obligations/" + id + "/explanation?" + known)
                        .ok()
                        .path("statutory")
                        .valueStream())
                .map(it -> Status.valueOf(it.path("status").asString()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
        assertThat(lamps)
                .contains(
                        Status.AWAITING_TRIGGER,
                        Status.IN_PROGRESS,
                        Status.DUE_SOON,
                        Status.OVERDUE,
                        Status.FULFILLED,
                        Status.FULFILLED_LATE);
    }

    @Test
    void notices_went_out_in_their_time_rung_by_rung() {
        var notices = pages(query, "/api/notices?limit=500", "after");
        var rungs = notices.stream()
                .filter(it -> it.path("kind").asString().equals("DUE_SOON"))
                .map(it -> it.path("id").asString().replaceAll(".*DUE_SOON-?", ""));
        assertThat(rungs).contains("5", "3", "1");
        assertThat(notices.stream().map(it -> it.path("kind").asString()))
                .contains("ASSIGNED", "DUE_SOON", "BREACHED", "CURED", "DUE_MOVED", "NEEDS_ANSWER", "WITHDRAWN");
        // A rung that is not swept on its day lapses. Sunday 28 April 2019 was worked.
        assertThat(notices.stream()
                        .filter(it -> it.path("id").asString().matches("610926-2019-0[45]-.*/v1/DUE_SOON-[531]"))
                        .map(it -> it.path("raisedAt").asString().substring(0, 10)))
                .contains("2019-04-23", "2019-04-25", "2019-04-28");
    }

    @Test
    void every_kind_of_event_is_there_and_all_of_it_says_that_it_is_invented() {
        var records = records();
        // Nobody is named: an invented person could be taken for a real one.
        var expected = EventType.all()
                .filter(it -> it != JurisdictionRenamed.class && it != TaskRemoved.class)
                .filter(it -> it != ContactNamed.class && it != PersonErased.class)
                .map(EventType::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(records.stream().map(it -> it.path("type").asString()).collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(records.stream().map(it -> it.path("actor").asString())).containsOnly("demo");
        var done = records.stream()
                .map(it -> it.path("data"))
                .filter(it -> it.has("url"))
                .toList();
        assertThat(done).hasSizeGreaterThan(200);
        assertThat(done).allSatisfy(it -> {
            assertThat(it.path("title").asString()).startsWith("【演示】");
            assertThat(it.path("url").asString()).startsWith("https://demo.example.cn/");
        });
        assertThat(records.stream().map(it -> it.path("recordedat").asString().substring(0, 7)))
                .contains("2019-03", "2019-05", "2019-08", "2019-10", "2019-12")
                .isSorted();
        assertThat(command.get("/api/ledgers/610926/verification")
                        .ok()
                        .path("valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void every_page_and_file_says_so_after_a_restart_without_the_setting() {
        for (var path : List.of(
                "/",
                "/jurisdictions/610926",
                "/units/610926-D05",
                "/obligations/610926-2019-21-D05",
                "/plans/610926-2019",
                "/jurisdictions/610926/bulletins/2019-06",
                "/jurisdictions/610926/bulletins/2019-06?issue=2",
                "/jurisdictions/610926?at=2019-03-20&known=2019-03-20",
                "/units/610926-X99")) {
            assertThat(query.get(path).text()).as(path).contains("role=\"note\">" + MARK);
        }
        assertThat(query.get(COUNTY + "/status").ok().path("name").asString()).contains(MARK);
        assertThat(new String(query.download(COUNTY + "/export?format=csv&" + known), StandardCharsets.UTF_8))
                .contains("【" + MARK + "】平利县2019年");
    }

    @Test
    void looks_so() {
        try (Chromium chromium = Chromium.open(query)) {
            Page page = chromium.page();
            page.navigate("/");
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Project.screenshots().resolve("demo.png")));
            chromium.keepScreenshot("demo-county");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private List<JsonNode> records() {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = command.get("/api/ledgers/610926/records?limit=1000&from=" + all.size())
                    .ok();
            page.forEach(all::add);
        } while (!page.isEmpty());
        return all;
    }

    private static List<JsonNode> pages(Api api, String path, String parameter) {
        List<JsonNode> all = new ArrayList<>();
        var next = "";
        JsonNode page;
        do {
            page = api.get(path + (next.isEmpty() ? "" : "&" + parameter + "=" + next))
                    .ok();
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty() && !page.path("items").isEmpty());
        return all;
    }

    private static Set<String> values(JsonNode items, String field) {
        return items.valueStream().map(it -> it.path(field).asString()).collect(Collectors.toSet());
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
