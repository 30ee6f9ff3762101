package gongkai.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, in a process of its own, killed while it cosigns. */
class KilledWitnessTest {

    private static final int KILLS = 3;
    private static final long FAR = 50_000;

    @TempDir
    Path directory;

    private final GrowingLedger ledger = GrowingLedger.of("gongkai/610926");
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final HttpClient http = HttpClient.newHttpClient();

    /** The process, and what it printed when it was ready. */
    private record Running(Process process, String key, String url) {

        void kill9() {
            process.destroyForcibly().onExit().join();
        }
    }

    private Running start(String... more) throws IOException {
        var process = process(more);
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var key = String.valueOf(out.readLine());
        var ready = String.valueOf(out.readLine());
        assertThat(ready).startsWith("witnesses gongkai/610926 at http://127.0.0.1:");
        return new Running(process, key, ready.substring(ready.indexOf("http")));
    }

    private Process process(String... more) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "gongkai.witness.WitnessProgram",
                                        "--listen=127.0.0.1:0",
                                        "--state=" + directory.resolve("state"),
                                        "--log=" + ledger.verifierKey()),
                                Stream.of(more))
                        .toList())
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private HttpResponse<String> post(Running witness, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Whatever was cosigned before the end is remembered after it, and no other tree is cosigned in its place. */
    @Test
    void killed_at_any_moment_it_never_cosigns_a_smaller_or_another_tree_afterwards() throws Exception {
        long cosigned = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var witness = start();
            long remembered = remembered(witness);
            assertThat(remembered).as("seed %d, kill %d", seed, kill).isGreaterThanOrEqualTo(cosigned);
            if (remembered > 0) {
                assertThat(post(witness, ledger.forkedAt(remembered - 1).request(remembered, remembered + 1))
                                .statusCode())
                        .isEqualTo(422);
            }
            cosigned = growUntilKilled(witness, remembered);
        }
        var witness = start();
        assertThat(remembered(witness)).isGreaterThanOrEqualTo(cosigned);
        witness.kill9();
        assertThat(cosigned).as("kills that came after a cosignature").isPositive();
    }

    /** What the witness says that it cosigned last. */
    private long remembered(Running witness) throws IOException, InterruptedException {
        // A proof is looked at only after the size: this one is of no tree.
        var answer = post(witness, ledger.request(FAR, FAR, List.of()));
        assertThat(answer.statusCode()).isEqualTo(409);
        return Long.parseLong(answer.body().strip());
    }

    /** @return the size of the newest tree whose cosignature arrived */
    private long growUntilKilled(Running witness, long from) throws InterruptedException {
        var killer = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofMillis(60 + random.nextInt(200)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            witness.kill9();
        });
        long size = from;
        try {
            while (post(witness, ledger.request(size, size + 1)).statusCode() == 200) {
                size++;
            }
        } catch (IOException _) {
            // The end; whether its last tree was kept nobody was told.
        }
        killer.join();
        return size;
    }

    @Test
    void its_key_is_made_once_for_its_owner_alone_and_has_one_name_for_good() throws Exception {
        var first = start();
        assertThat(first.key()).startsWith("gongkai-witness+");
        var file = directory.resolve("state/witness-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertRefused(process(), "Another witness is at work");
        first.kill9();
        var second = start();
        assertThat(second.key()).isEqualTo(first.key());
        second.kill9();
        assertRefused(process("--name=another"), "a key has one name for good");
        Files.writeString(directory.resolve("state/checkpoint-gongkai%2F610926"), "?");
        assertRefused(process(), "cannot be read");
        assertRefused(process("--log=none"), "is no ledger's key");
        assertRefused(process("--name=two words"), "has a blank or a plus in it");
    }

    private void assertRefused(Process process, String sentence) throws Exception {
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("errors"))).contains(sentence);
    }
}
