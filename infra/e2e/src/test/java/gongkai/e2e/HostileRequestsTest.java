package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.e2e.HostileRequests.Shot;
import gongkai.e2e.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is asked, however it is asked, is answered as it should be, and nothing is recorded that was refused. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(Integer.MAX_VALUE) // it adds a county, so that the first page is a choice from then on
class HostileRequestsTest {
    private static final int REQUESTS = Integer.getInteger("gongkai.hostile.requests", 1_000);
    private static final int AT_ONCE = 16;
    private static final int A_ROUND = 50;

    private final TreeMap<String, TreeMap<Integer, Integer>> summary = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void hostile_requests_are_refused_in_good_order_and_leave_no_trace(RunningStandalone gongkai) throws Exception {
        // A build sends what the build before sent; infra/hostile sends others each time.
        long seed = Long.getLong("gongkai.hostile.seed", 1);
        HostileRequests requests = new HostileRequests(seed, HostileTargets.of(gongkai));
        long newest = newest(gongkai);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < REQUESTS; from += A_ROUND) {
                List<Future<Long>> round = new ArrayList<>();
                for (int i = from; i < Math.min(REQUESTS, from + A_ROUND); i++) {
                    Shot shot = requests.shot(i);
                    String name = "seed " + seed + " request " + i;
                    round.add(threads.submit(() -> fire(shot, name)));
                }
                long told = newest;
                for (Future<Long> it : round) {
                    told = Math.max(told, it.get());
                }
                newest = newest(gongkai);
                if (newest > told) {
                    findings.add("seed %d requests %d to %d: recorded up to %d, answered up to %d"
                            .formatted(seed, from, from + A_ROUND, newest, told));
                }
            }
        }
        print(seed);
        if (!findings.isEmpty()) {
            System.out.println(Files.readString(gongkai.launch().data().resolve("logs/standalone.log")));
        }
        assertThat(findings).as("of seed " + seed).isEmpty();
        assertAllAgree(gongkai);
    }

    private static long newest(RunningStandalone gongkai) {
        return gongkai.command().get("/api/relay").ok().path("lastPosition").asLong(-1);
    }

    /** The position that was told; -1 when none was. */
    private long fire(Shot shot, String name) throws IOException {
        Answer answer = RawHttp.send(shot.port(), shot.bytes());
        List<String> found = HostileRules.findings(shot, answer);
        synchronized (findings) {
            summary.computeIfAbsent(shot.target(), _ -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
            found.forEach(it -> findings.add("%s: %s%n  asked %s%n  heard %s %s"
                    .formatted(
                            name,
                            it,
                            start(new String(shot.bytes(), StandardCharsets.UTF_8)),
                            String.join(" | ", answer.head()),
                            start(answer.text()))));
        }
        return answer.status() / 100 == 2
                ? position(answer.text())
                : answer.header("Location")
                        .map(HostileRequestsTest::minPosition)
                        .orElse(-1L);
    }

    private static long position(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("position").asLong(-1);
        } catch (JacksonException _) {
            return -1;
        }
    }

    private static long minPosition(String location) {
        String after = location.replaceAll(".*minPosition=", "");
        return after.matches("\\d+") ? Long.parseLong(after) : -1;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(700, text.length())).replace("\r\n", " | ");
    }

    /** What was recorded is whole, and every view has applied all of it. */
    private static void assertAllAgree(RunningStandalone gongkai) {
        JsonNode audit = gongkai.command()
                .get("/api/ledgers/" + HostileTargets.COUNTY + "/verification")
                .ok();
        assertThat(audit.path("valid").asBoolean()).as(audit.toString()).isTrue();
        await("views").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode views = gongkai.query().get("/api/projections").ok();
            assertThat(views.path("items").valueStream()).allSatisfy(view -> {
                assertThat(view.path("state").asString()).isEqualTo("LIVE");
                assertThat(view.path("ledgers").valueStream()).allSatisfy(it -> {
                    assertThat(it.path("lag").asLong()).isZero();
                    assertThat(it.path("agreement").path("state").asString()).isEqualTo("AGREES");
                });
            });
        });
    }

    private void print(long seed) {
        if (REQUESTS > 10_000 || !findings.isEmpty()) {
            System.out.printf("%,d hostile requests of seed %d; status × count by target:%n", REQUESTS, seed);
            summary.forEach((target, statuses) -> System.out.printf("  %-75s %s%n", target, statuses));
            System.out.printf("%d findings%n", findings.size());
            findings.stream().limit(400).forEach(System.out::println);
        }
    }
}
