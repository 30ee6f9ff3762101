package gongkai.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.proof.Checkpoint;
import gongkai.proof.CosignatureVerifier;
import gongkai.proof.Cosigner;
import gongkai.proof.Hash;
import gongkai.proof.NoteSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C2SP tlog-witness, answer by answer, over HTTP. */
class WitnessProtocolTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");

    @TempDir
    Path state;

    private final GrowingLedger ledger = GrowingLedger.of("gongkai/610926");
    private final GrowingLedger other = GrowingLedger.of("gongkai/610927");
    private final Cosigner cosigner = new Cosigner("witness.example", GrowingLedger.newPair());
    private final HttpClient http = HttpClient.newHttpClient();
    private CosignedCheckpoints cosigned;
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        cosigned = new CosignedCheckpoints(state);
        var witness = new Witness(
                List.of(ledger.verifier(), other.verifier()), cosigned, cosigner, Clock.fixed(NOW, ZoneOffset.UTC));
        server = new WitnessServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), witness);
    }

    @AfterEach
    void end() throws IOException {
        stop();
        http.close();
    }

    private void stop() throws IOException {
        server.close();
        cosigned.close();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/add-checkpoint"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private int status(String body) throws IOException, InterruptedException {
        return post(body).statusCode();
    }

    private void assertCosigned(GrowingLedger of, long from, long to) throws IOException, InterruptedException {
        var answer = post(of.request(from, to));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(CosignatureVerifier.of(cosigner.verifierKey())
                        .orElseThrow()
                        .verify(of.checkpoint(to) + answer.body()))
                .hasValueSatisfying(it -> assertThat(it.at()).isEqualTo(NOW));
    }

    private void assertConflict(String request, long size) throws IOException, InterruptedException {
        var answer = post(request);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(size + "\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void a_ledger_that_only_grows_is_cosigned_each_time_also_when_it_did_not_grow_and_each_ledger_by_itself()
            throws Exception {
        assertCosigned(ledger, 0, 5);
        assertCosigned(ledger, 5, 5);
        assertCosigned(ledger, 5, 300);
        assertCosigned(other, 0, 7);
        assertCosigned(ledger, 300, 301);
    }

    @Test
    void an_empty_ledger_is_cosigned_and_grows_like_any_other() throws Exception {
        assertCosigned(ledger, 0, 0);
        assertCosigned(ledger, 0, 3);
    }

    @Test
    void an_old_size_that_is_not_the_one_cosigned_last_is_409_with_that_one() throws Exception {
        assertConflict(ledger.request(3, 5), 0);
        assertCosigned(ledger, 0, 5);
        assertConflict(ledger.request(0, 9), 5);
        assertConflict(ledger.request(4, 9), 5);
        assertConflict(ledger.request(4, 4), 5);
    }

    @Test
    void two_roots_for_one_size_are_409_and_the_second_is_kept_as_a_proof() throws Exception {
        assertCosigned(ledger, 0, 5);
        assertConflict(ledger.forkedAt(2).request(5, 5), 5);
        assertThat(Files.readString(state.resolve("refused-gongkai%2F610926")))
                .isEqualTo(ledger.forkedAt(2).checkpoint(5));
        assertCosigned(ledger, 5, 6);
    }

    @Test
    void a_tree_that_does_not_begin_with_the_one_cosigned_last_is_422_whatever_proves_it() throws Exception {
        assertCosigned(ledger, 0, 5);
        assertThat(status(ledger.forkedAt(2).request(5, 8))).isEqualTo(422);
        assertThat(status(ledger.request(5, 8, List.of()))).isEqualTo(422);
        assertThat(status(ledger.request(5, 8, List.of(Hash.EMPTY, Hash.EMPTY))))
                .isEqualTo(422);
        assertThat(status(ledger.request(5, 5, List.of(Hash.EMPTY)))).isEqualTo(422);
        assertThat(status(other.request(0, 5, List.of(Hash.EMPTY)))).isEqualTo(422);
        assertCosigned(ledger, 5, 8);
    }

    @Test
    void an_origin_without_a_key_here_is_404_and_a_signature_by_another_key_403() throws Exception {
        assertThat(status(GrowingLedger.of("gongkai/610928").request(0, 5))).isEqualTo(404);
        assertThat(status(GrowingLedger.of("gongkai/610926").request(0, 5))).isEqualTo(403);
        var stranger = new NoteSigner("gongkai/610927", ledger.pair()).sign(ledger.body(5));
        assertThat(status("old 0\n\n" + stranger)).isEqualTo(403);
        assertThat(status("old 0\n\n" + ledger.checkpoint(5).replace("\n5\n", "\n6\n")))
                .isEqualTo(403);
        assertCosigned(ledger, 0, 5);
    }

    @Test
    void a_signature_by_a_further_key_does_not_matter() throws Exception {
        var next = new NoteSigner("gongkai/610926", GrowingLedger.newPair());
        var both = NoteSigner.sign(ledger.body(5), List.of(next, new NoteSigner(ledger.origin(), ledger.pair())));
        assertThat(status("old 0\n\n" + both)).isEqualTo(200);
    }

    @Test
    void what_is_no_request_is_400_and_what_is_too_large_413() throws Exception {
        for (var malformed : List.of(
                "",
                "\n\n",
                "old 0",
                "old 0\n\n",
                "old x\n\n" + ledger.checkpoint(5),
                "old 0\n\nnothing",
                "old 0\nzzz\n\n" + ledger.checkpoint(5),
                "old 0\n\n" + ledger.body(5),
                ledger.request(6, 5),
                "old 0\n\ngongkai/610926\n-1\n" + Hash.EMPTY + "\n\n— x y\n")) {
            assertThat(status(malformed)).as(malformed).isEqualTo(400);
        }
        assertThat(status("x".repeat((64 << 10) + 1))).isEqualTo(413);
        assertThat(status("old 0\n\n" + ledger.checkpoint(5) + ("— a " + "A".repeat(90) + "\n").repeat(600)))
                .isEqualTo(200);
    }

    @Test
    void another_path_is_404_and_another_method_405() throws Exception {
        for (var path : List.of("/", "/add-checkpoint/", "/add-checkpoints")) {
            var request = HttpRequest.newBuilder(URI.create(server.address() + path))
                    .POST(BodyPublishers.ofString(ledger.request(0, 5)))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        var get = HttpRequest.newBuilder(URI.create(server.address() + "/add-checkpoint"))
                .build();
        assertThat(http.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void of_many_that_ask_at_once_for_other_trees_only_one_is_cosigned() throws Exception {
        assertCosigned(ledger, 0, 5);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = LongStream.range(0, 16)
                    .mapToObj(it -> threads.submit(
                            () -> status(ledger.forkedAt(5 + it % 3).request(5, 8))))
                    .toList();
            int done = 0;
            for (var it : answers) {
                done += it.get() == 200 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void while_the_new_tree_cannot_be_kept_nothing_is_cosigned_and_afterwards_it_is() throws Exception {
        assertCosigned(ledger, 0, 5);
        var obstacle = Files.createDirectory(state.resolve("checkpoint-gongkai%2F610926.next"));
        assertThat(status(ledger.request(5, 8))).isEqualTo(500);
        Files.delete(obstacle);
        assertCosigned(ledger, 5, 8);
    }

    @Test
    void a_witness_that_starts_again_knows_what_it_cosigned_and_one_whose_memory_is_damaged_does_not_guess()
            throws Exception {
        assertCosigned(ledger, 0, 5);
        stop();
        start();
        assertConflict(ledger.forkedAt(2).request(5, 5), 5);
        assertConflict(ledger.request(0, 6), 5);
        assertCosigned(ledger, 5, 6);
        stop();
        Files.writeString(state.resolve("checkpoint-gongkai%2F610926"), "gongkai/610926\n");
        start();
        assertThat(status(ledger.request(0, 6))).isEqualTo(500);
        assertThatThrownBy(() -> cosigned.newest("gongkai/610926")).hasMessageContaining("cannot be read");
    }

    @Test
    void two_witnesses_never_share_a_directory() {
        assertThatThrownBy(() -> new CosignedCheckpoints(state)).hasMessageContaining("Another witness");
    }

    @Test
    void what_is_remembered_is_the_ledgers_own_note() throws Exception {
        assertCosigned(ledger, 0, 5);
        var kept = Files.readString(state.resolve("checkpoint-gongkai%2F610926"));
        assertThat(kept).isEqualTo(ledger.checkpoint(5));
        assertThat(Checkpoint.parseNote(kept)).map(Checkpoint::size).contains(5L);
    }
}
