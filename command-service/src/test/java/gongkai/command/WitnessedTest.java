package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.proof.AddCheckpoint;
import gongkai.proof.Checkpoint;
import gongkai.proof.CosignatureVerifier;
import gongkai.proof.Cosigner;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.NoteSigner;
import gongkai.proof.NoteVerifier;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import gongkai.witness.CosignedCheckpoints;
import gongkai.witness.Witness;
import gongkai.witness.WitnessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger and its witness, over HTTP; each test has a ledger of its own. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> COUNTIES = List.of("610921", "610922", "610923", "610924", "610925");

    private Path directory;
    private RunningCommandService service;
    private Cosigner cosigner;
    private CosignatureVerifier key;
    private CosignedCheckpoints cosigned;
    private WitnessServer witness;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) throws Exception {
        this.directory = directory;
        service = new RunningCommandService(postgres, kafka, directory);
        cosigner = new Cosigner(
                "witness.example", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        key = CosignatureVerifier.of(cosigner.verifierKey()).orElseThrow();
        startWitness(0);
        service.restart(
                "--gongkai.witness-interval=PT0.2S",
                "--gongkai.witnesses=%s/ %s".formatted(witness.address(), key.verifierKey()));
    }

    @AfterAll
    void stop() throws IOException {
        service.close();
        stopWitness();
    }

    private void startWitness(int port) throws Exception {
        cosigned = new CosignedCheckpoints(directory.resolve("witness"));
        var keys = COUNTIES.stream()
                .map(it -> NoteVerifier.of(ledgersOwn(it).verifierKey()).orElseThrow())
                .toList();
        witness = new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new Witness(keys, cosigned, cosigner, Clock.systemUTC()));
    }

    private void stopWitness() throws IOException {
        witness.close();
        cosigned.close();
    }

    /** As an insider signs, who has the key. */
    private NoteSigner ledgersOwn(String county) {
        try {
            var lines = Files.readAllLines(directory.resolve("keys/signing-key"));
            var keys = KeyFactory.getInstance("Ed25519");
            return new NoteSigner(
                    "gongkai/" + county,
                    new KeyPair(
                            keys.generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                            keys.generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))))));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** So many leaves. */
    private void grow(String county, int leaves) {
        for (int i = 0; i < leaves; i++) {
            var name = "{\"name\":\"县%s\"}".formatted(System.nanoTime());
            assertThat(service.put("/api/jurisdictions/" + county, "application/json", name)
                            .status())
                    .isLessThan(300);
        }
    }

    private String checkpoint(String county) {
        return service.text("/api/ledgers/" + county + "/checkpoint");
    }

    private long size(String county) {
        return Checkpoint.parseNote(checkpoint(county)).orElseThrow().size();
    }

    private void awaitCosigned(String county) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(key.verify(checkpoint(county))).isPresent());
    }

    private String health() {
        return service.send(HttpMethod.GET, "/actuator/health").body().toString();
    }

    private void awaitHealth(String county, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.send(HttpMethod.GET, "/actuator/health")
                                .body()
                                .path("components")
                                .path("witnessHealth")
                                .path("details")
                                .path("witness.example")
                                .path(county)
                                .asString(""))
                        .contains(words));
    }

    @Test
    void what_grew_is_cosigned_within_seconds_and_stays_the_same_checkpoint() throws IOException {
        var county = COUNTIES.get(0);
        grow(county, 3);
        awaitCosigned(county);
        var then = checkpoint(county);
        long size = size(county);
        assertThat(service.text("/api/ledgers/" + county + "/witnesses")).isEqualTo(key.verifierKey() + "\n");
        awaitHealth(county, "has cosigned all %d leaves".formatted(size));
        var remembered = Files.readString(directory.resolve("keys/checkpoint-" + county));
        assertThat(then).startsWith(remembered).isNotEqualTo(remembered);
        assertThat(Checkpoint.parseNote(then)).isEqualTo(Checkpoint.parseNote(remembered));

        grow(county, 2);
        awaitCosigned(county);
        assertThat(service.text("/api/ledgers/%s/checkpoint?size=%d".formatted(county, size)))
                .isEqualTo(then);
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM cosignature WHERE ledger = ? AND size = ?")
                        .params(county, size)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void while_the_witness_is_away_everything_goes_on_its_lag_is_told_and_it_catches_up() throws Exception {
        var county = COUNTIES.get(1);
        grow(county, 2);
        awaitCosigned(county);
        long before = size(county);
        int port = URI.create(witness.address()).getPort();
        stopWitness();
        try {
            grow(county, 3);
            awaitHealth(county, "has cosigned %d of %d leaves; it cannot be reached".formatted(before, before + 3));
            assertThat(service.send(HttpMethod.GET, "/actuator/health").status())
                    .isEqualTo(200);
            assertThat(key.verify(checkpoint(county))).isEmpty();
        } finally {
            startWitness(port);
        }
        awaitCosigned(county);
        awaitHealth(county, "has cosigned all");
    }

    /** The witness kept the tree, and was killed before its answer came; or the backup forgot it. */
    @Test
    void a_cosignature_that_was_lost_on_its_way_is_got_again() {
        var county = COUNTIES.get(2);
        grow(county, 2);
        awaitCosigned(county);
        service.bean(JdbcClient.class)
                .sql("DELETE FROM cosignature WHERE ledger = ?")
                .param(county)
                .update();
        service.restart(
                "--gongkai.witness-interval=PT0.2S",
                "--gongkai.witnesses=%s %s".formatted(witness.address(), key.verifierKey()));
        awaitCosigned(county);
        grow(county, 1);
        awaitCosigned(county);
    }

    @Test
    void a_split_view_gets_no_cosignature_and_the_operator_reads_which_trees_contradict() throws Exception {
        var county = COUNTIES.get(3);
        grow(county, 2);
        awaitCosigned(county);
        long seen = size(county);
        assertThat(showAnotherView(county, seen, seen + 3)).isTrue();

        // Smaller than what the witness saw, then equal, then larger.
        grow(county, 1);
        awaitHealth(
                county,
                "has cosigned %d of %d leaves".formatted(seen + 3, seen + 1),
                "the ledger has only %d (root %s)".formatted(seen + 1, root(county)),
                "OPERATIONS, “A ledger is not signed any more”");
        assertThat(health()).contains("\"status\":\"DEGRADED\"");
        grow(county, 2);
        awaitHealth(county, "the %d leaves here (root %s)".formatted(seen + 3, root(county)), "history was rewritten");
        grow(county, 1);
        awaitHealth(county, "the %d leaves here (root %s)".formatted(seen + 4, root(county)), "history was rewritten");
        assertThat(key.verify(checkpoint(county))).isEmpty();
        assertThat(health()).contains("\"status\":\"DEGRADED\"");
        assertThat(directory.resolve("witness/refused-gongkai%2F" + county)).exists();
    }

    private Hash root(String county) {
        return Checkpoint.parseNote(checkpoint(county)).orElseThrow().root();
    }

    /** Signs another history and has the witness cosign it. */
    private boolean showAnotherView(String county, long from, long to) throws IOException, InterruptedException {
        var leaves = new ArrayList<Hash>();
        var first = service.bytes("/api/ledgers/%s/tile/0/000.p/%d".formatted(county, from));
        for (int i = 0; i < from; i++) {
            leaves.add(new Hash(Arrays.copyOfRange(first, i * Hash.SIZE, (i + 1) * Hash.SIZE)));
        }
        while (leaves.size() < to) {
            leaves.add(Hash.ofLeaf(new byte[] {(byte) leaves.size()}));
        }
        var tree = MerkleTree.of(leaves);
        var note = ledgersOwn(county).sign(new Checkpoint("gongkai/" + county, to, tree.root()).body());
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                    .POST(BodyPublishers.ofString(new AddCheckpoint(from, tree.consistency(from), note).text()))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return Optional.of(answer.body())
                    .flatMap(it -> key.verify(note + it))
                    .isPresent();
        }
    }

    @Test
    void a_ledger_that_the_witness_was_not_told_of_is_named_with_its_answer() {
        grow("610929", 1);
        awaitHealth(
                "610929", "has cosigned 0 of", "it answered 404: «gongkai/610929» is no ledger that is witnessed here");
        assertThat(service.text("/api/ledgers/610929/witnesses")).isEmpty();
    }
}
