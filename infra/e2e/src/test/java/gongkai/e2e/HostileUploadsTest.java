package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.e2e.RawHttp.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A hostile Office file is refused at every door: by the command API, tried or meant, and at the desk. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(Integer.MAX_VALUE) // it adds a county, so that the first page is a choice from then on
class HostileUploadsTest {
    private static final String COUNTY = "610998";
    private static final String PLANS = "/jurisdictions/" + COUNTY + "/plans";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Test
    void each_is_refused_at_each_door_in_time_records_nothing_and_asks_nobody_outside(RunningStandalone gongkai)
            throws Exception {
        aCounty(gongkai);
        long newest = newest(gongkai);
        try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, byte[]> files = HostileOffice.files("http://127.0.0.1:" + outside.getLocalPort());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                for (boolean tried : List.of(true, false)) {
                    Answer answer = timely(() ->
                            upload(gongkai, gongkai.launch().commandPort(), "/api" + PLANS + "?dryRun=" + tried, file));
                    assertThat(HostileRules.isProblem(answer))
                            .as(file.getKey() + " " + answer)
                            .isTrue();
                    assertRefused(file.getKey(), answer);
                }
                assertRefusedAtTheDesk(gongkai, file);
            }
            outside.setSoTimeout(1);
            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(newest(gongkai)).isEqualTo(newest);
    }

    private static void aCounty(RunningStandalone gongkai) throws IOException {
        Api command = gongkai.command();
        command.put("/api/jurisdictions/" + COUNTY, "application/json", "{\"name\":\"上传县\"}")
                .ok();
        long position = command.put(
                        "/api/jurisdictions/" + COUNTY + "/units",
                        "text/csv;charset=UTF-8",
                        Files.readString(Project.sample("units.csv")).replace("610926", COUNTY))
                .position();
        gongkai.query()
                .get("/api/jurisdictions/" + COUNTY + "/status?minPosition=" + position)
                .ok();
    }

    private static long newest(RunningStandalone gongkai) {
        return gongkai.command().get("/api/relay").ok().path("lastPosition").asLong(-1);
    }

    /** The file is kept, its preview is refused, and so is its acceptance by who skips the preview. */
    private static void assertRefusedAtTheDesk(RunningStandalone gongkai, Map.Entry<String, byte[]> file)
            throws IOException {
        int port = gongkai.launch().queryPort();
        Answer kept = upload(gongkai, port, "/desk" + PLANS, file);
        assertThat(kept.status()).as(file.getKey() + " " + kept).isEqualTo(303);
        String preview = kept.header("Location").orElseThrow();
        Answer shown = timely(() -> {
            Answer answer = get(gongkai, port, preview);
            while (answer.header("Refresh").isPresent()) {
                answer = get(gongkai, port, preview);
            }
            return answer;
        });
        Answer accepted = timely(() -> RawHttp.send(
                port,
                RawHttp.bytes(
                        "POST",
                        preview.replaceFirst("\\?.*", ""),
                        List.of(
                                "Host: 127.0.0.1:" + port,
                                authorization(gongkai),
                                "Origin: http://127.0.0.1:" + port,
                                "Content-Type: application/x-www-form-urlencoded"),
                        (preview.replaceFirst(".*\\?", "") + "&formKey=key-of-" + file.getKey()).getBytes(UTF_8))));
        for (Answer answer : List.of(shown, accepted)) {
            assertThat(HostileRules.isPage(answer))
                    .as(file.getKey() + " " + answer)
                    .isTrue();
            assertRefused(file.getKey(), answer);
        }
    }

    private interface Request {
        Answer send() throws IOException;
    }

    private static Answer timely(Request request) throws IOException {
        Instant begun = Instant.now();
        Answer answer = request.send();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        return answer;
    }

    private static void assertRefused(String file, Answer answer) {
        assertThat(answer.status()).as(file + " " + answer).isBetween(400, 499);
        assertThat(HostileRules.showsInside(answer)).as(file + " " + answer).isFalse();
    }

    private static String authorization(RunningStandalone gongkai) {
        return "Authorization: Bearer " + gongkai.token("registrar");
    }

    private static Answer get(RunningStandalone gongkai, int port, String path) throws IOException {
        return RawHttp.send(
                port,
                RawHttp.bytes("GET", path, List.of("Host: 127.0.0.1:" + port, authorization(gongkai)), new byte[0]));
    }

    private static Answer upload(RunningStandalone gongkai, int port, String path, Map.Entry<String, byte[]> file)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2019\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(file.getValue());
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return RawHttp.send(
                port,
                RawHttp.bytes(
                        "POST",
                        path,
                        List.of(
                                "Host: 127.0.0.1:" + port,
                                authorization(gongkai),
                                "Origin: http://127.0.0.1:" + port,
                                "Content-Type: multipart/form-data; boundary=b"),
                        body.toByteArray()));
    }
}
