package gongkai.e2e;

import static gongkai.e2e.County.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample on an empty directory, its end in each of two ways, and starts that must fail. */
class RestartTest {
    private static final String TOWN_CENTRE = CODE + "-2019-04-T01";
    private static final String OLD_TOWN = CODE + "-2019-04-T03";
    private static final String TITLE = "老县镇镇情概况";

    @TempDir
    static Path directory;

    @Test
    void nothing_is_lost_by_kill_9_and_nothing_is_left_behind_by_sigterm() throws Exception {
        String asked;
        JsonNode before;
        RunningStandalone killed = RunningStandalone.start(directory.resolve("data"), Map.of());
        try (killed) {
            County county = County.in(killed);
            assertSample(county.statusAfter(0));
            assertRuntimeFileIsPrivate(killed.launch().data());
            assertSecondStartIsRefused(killed.launch());

            long position = county.publish(OLD_TOWN, TITLE);
            before = county.statusAfter(position);
            asked = "at=" + escaped(before.path("asOf").path("at").asString()) + "&known=position:" + position;
            before = county.status(asked);
            killed.kill9();
            restart(killed, asked, before);
        }
    }

    private static void restart(RunningStandalone killed, String asked, JsonNode before) throws Exception {
        try (RunningStandalone again = killed.again()) {
            County county = County.in(again);
            assertThat(county.status(asked)).isEqualTo(before);
            assertThat(county.trail(OLD_TOWN).ok().toString()).contains(TITLE);

            long next = county.publish(TOWN_CENTRE, "城关镇镇情概况");
            assertThat(late(before)).isEqualTo(33);
            assertThat(late(county.statusAfter(next))).isEqualTo(32);
            assertOrderlyEnd(again);
        }
    }

    @Test
    void a_busy_port_is_one_sentence_before_anything_is_started() throws Exception {
        Path data = directory.resolve("busy");
        Launch launch = Launch.on(data, Map.of());
        try (ServerSocket _ = new ServerSocket(launch.queryPort(), 1, InetAddress.getLoopbackAddress())) {
            assertRefused(launch, "Port " + launch.queryPort(), "GONGKAI_QUERY_PORT");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    private static void assertSample(JsonNode status) {
        assertThat(status.path("units")).hasSize(34);
        assertThat(late(status)).isEqualTo(34);
        assertThat(units(status)
                        .flatMap(it -> it.path("counts").valueStream())
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(258);
    }

    private static long late(JsonNode status) {
        return units(status).filter(it -> it.path("breaches").asInt() > 0).count();
    }

    private static Stream<JsonNode> units(JsonNode status) {
        return StreamSupport.stream(status.path("units").spliterator(), false);
    }

    private static void assertRuntimeFileIsPrivate(Path data) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("runtime.json"))))
                .isEqualTo("rw-------");
    }

    private static void assertSecondStartIsRefused(Launch running) throws Exception {
        assertRefused(Launch.on(running.data(), Map.of()), running.data().toString(), "in use");
        assertThat(running.data().resolve("runtime.json")).exists();
    }

    private static void assertRefused(Launch launch, String... words) throws Exception {
        StandaloneProcess refused = launch.begin();
        assertThat(refused.awaitEnd(30)).as(refused.toString()).isNotZero();
        assertThat(refused.errors()).hasLineCount(1).contains(words).doesNotContain("Exception", "\tat ");
        assertThat(refused.output()).doesNotContain("Exception", "\tat ");
    }

    private static void assertOrderlyEnd(RunningStandalone running) throws Exception {
        var processes = running.processes();
        assertThat(processes).hasSizeGreaterThan(2);
        running.stop();
        assertThat(running.program().output()).contains("Stopping");
        assertThat(running.program().errors()).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(processes).filteredOn(ProcessHandle::isAlive).isEmpty());
        assertThat(running.launch().data().resolve("runtime.json")).doesNotExist();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
