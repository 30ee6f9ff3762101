package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the real table through relay, topic and views to what units are told. */
class StreamJourneyTest {

    private static final String LATE = "610926-2019-04-T03/r1/once/v1/BREACHED-1";

    @TempDir
    static Path directory;

    private static RunningStandalone gongkai;

    @BeforeAll
    static void start_with_the_real_table() throws IOException {
        gongkai = RunningStandalone.start(directory.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        gongkai.close();
    }

    @Test
    void a_unit_is_told_that_it_is_late_and_evidence_that_was_in_time_takes_it_back() {
        awaitNotice(LATE);
        County.in(gongkai).publish("610926-2019-04-T03", "老县镇镇情概况");
        awaitNotice(LATE + "/WITHDRAWN");
    }

    private static void awaitNotice(String id) {
        await(id).atMost(Duration.ofSeconds(60)).until(() -> notices().contains(id));
    }

    private static Set<String> notices() {
        return gongkai.query()
                .get("/api/notices?unit=610926-T03&limit=500")
                .ok()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString(""))
                .collect(Collectors.toSet());
    }

    @Test
    void every_view_has_everything_and_agrees_with_what_was_signed() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledgers()
                                .valueStream()
                                .map(it -> it.path("agreement").path("state").asString("")))
                        .isNotEmpty()
                        .containsOnly("AGREES"));
    }

    private static JsonNode ledgers() {
        return gongkai.query()
                .get("/api/projections")
                .ok()
                .path("items")
                .path(0)
                .path("ledgers");
    }
}
