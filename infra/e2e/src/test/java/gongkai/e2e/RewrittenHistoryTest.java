package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import gongkai.bundle.RefusedException;
import gongkai.proof.Checkpoint;
import gongkai.proof.CosignatureVerifier;
import gongkai.proof.Cosigner;
import gongkai.proof.NoteSigner;
import gongkai.proof.NoteVerifier;
import gongkai.verifier.Trust;
import gongkai.verifier.Verification;
import gongkai.witness.CosignedCheckpoints;
import gongkai.witness.Witness;
import gongkai.witness.WitnessServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four attacks on real databases, and who notices each:
 *
 * <pre>
 * attack                                   signer   query side   verifier   witness
 * an old backup restored                   refuses  no evidence  -          keeps the larger tree
 * rewritten without the key or memories    refuses  no evidence  -          keeps the true tree
 * rewritten, memories wiped, signed anew   (signs)  DISAGREES    refuses    409, then 422
 * two roots for one size                   (signs)  DISAGREES    refuses    409
 * </pre>
 */
class RewrittenHistoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LEDGER = "/api/ledgers/610926/";
    private static final String EVIDENCE = "/api/jurisdictions/610926/evidence";
    private static final String LATE = "2019-05-02T02:00:00Z";
    private static final String IN_TIME = "2019-04-28T02:00:00Z";

    @TempDir
    static Path directory;

    private static KeyPair key;
    private static String verifierKey = "";
    private static Cosigner cosigner;
    private static CosignedCheckpoints cosigned;
    private static WitnessServer witness;
    private static Map<String, String> settings = Map.of();

    /** What an inspector took along: the checkpoint, and the bundle that it stands in. */
    private static String kept = "";

    private static byte[] bundle = new byte[0];

    /** The leaf of the publication that came two days late. */
    private static long late;

    @BeforeAll
    static void a_county_publishes_late_and_an_inspector_takes_evidence_along() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        verifierKey = new NoteSigner("gongkai/610926", key).verifierKey();
        cosigner = new Cosigner(
                "witness.example", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        cosigned = new CosignedCheckpoints(directory.resolve("witness"));
        witness = new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Witness(
                        List.of(NoteVerifier.of(verifierKey).orElseThrow()), cosigned, cosigner, Clock.systemUTC()));
        var base64 = Base64.getEncoder();
        settings = Map.of(
                "GONGKAI_SAMPLE", "none",
                "GONGKAI_TIME", "2019-05-06T09:00+08:00",
                "GONGKAI_SIGNING_KEY",
                        base64.encodeToString(key.getPrivate().getEncoded()) + ","
                                + base64.encodeToString(key.getPublic().getEncoded()),
                "GONGKAI_WITNESSES", witness.address() + " " + cosigner.verifierKey(),
                "GONGKAI_WITNESS_INTERVAL", "PT0.5S");
        var data = directory.resolve("base");
        var first = RunningStandalone.start(data, settings);
        try (first) {
            County.in(first).importEverything();
            first.stop();
            Insider.copy(data.resolve("postgres"), directory.resolve("backup"));
            try (var again = first.again()) {
                publishLate(again);
                again.stop();
            }
        }
    }

    private static void publishLate(RunningStandalone gongkai) {
        var answer = gongkai.command()
                .post(
                        "/api/obligations/610926-2019-04-T03/publications",
                        Map.of("title", "老县镇镇情概况", "url", "https://www.example.gov.cn/1", "publishedAt", LATE));
        late = answer.ok().path("leaf").asLong();
        await().atMost(PATIENCE).until(() -> isCosigned(checkpoint(gongkai)));
        kept = checkpoint(gongkai);
        County.in(gongkai).statusAfter(answer.position());
        awaitAgreement(gongkai, "AGREES");
        bundle = gongkai.query().download(EVIDENCE);
    }

    @AfterAll
    static void stop() throws Exception {
        witness.close();
        cosigned.close();
    }

    private static boolean isCosigned(String note) {
        return CosignatureVerifier.of(cosigner.verifierKey())
                .flatMap(it -> it.verify(note))
                .isPresent();
    }

    private static String checkpoint(RunningStandalone gongkai) {
        return gongkai.command().get(LEDGER + "checkpoint").text();
    }

    private static Checkpoint tree(String note) {
        return Checkpoint.parseNote(note).orElseThrow();
    }

    private static void awaitAgreement(RunningStandalone gongkai, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gongkai.query().get("/api/projections").text())
                                .contains("\"state\":\"" + state + "\""));
    }

    /** The words under a component of the service's health, once they are there. */
    private static void awaitHealth(Api service, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get("/actuator/health").text()).contains(words));
    }

    private static Insider insiderOn(String name) throws Exception {
        Insider.copy(directory.resolve("base"), directory.resolve(name));
        return new Insider(directory.resolve(name));
    }

    private static Trust earlier(String checkpoint) {
        return new Trust(List.of(verifierKey), Optional.of(checkpoint));
    }

    private static String refusal(byte[] bundle, Trust trust) {
        var refused = catchThrowableOfType(RefusedException.class, () -> Verification.of(bundle, trust));
        assertThat(refused).isNotNull();
        return refused.detail();
    }

    @Test
    void before_any_attack_the_evidence_is_proven_by_the_ledgers_key_and_seen_by_the_witness() {
        var verdict = Verification.of(
                bundle, new Trust(List.of(verifierKey), Optional.of(kept), List.of(cosigner.verifierKey())));
        assertThat(verdict.isTrusted()).isTrue();
        assertThat(verdict.inEnglish())
                .startsWith("PROVEN")
                .contains("begins with your earlier checkpoint", "The witness witness.example saw this very tree");
    }

    @Test
    void an_old_backup_that_is_restored_is_not_signed_from_the_start_on_and_the_operator_reads_both_trees()
            throws Exception {
        var insider = insiderOn("restored");
        insider.restore(directory.resolve("backup"));
        try (var gongkai = RunningStandalone.start(insider.data(), settings)) {
            var refused = gongkai.command().get(LEDGER + "checkpoint");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains("LEDGER_ROLLED_BACK", "an old backup was restored", "A ledger is not signed any more")
                    .contains("has %d leaves with root ".formatted(late))
                    .contains("%d with root %s were signed before"
                            .formatted(tree(kept).size(), tree(kept).root()));
            awaitHealth(gongkai.command(), "DEGRADED", "an old backup was restored");
            awaitHealth(gongkai.command(), "it was not asked, since the ledger is not signed");
            var evidence = gongkai.query().get(EVIDENCE + "?known=position:10");
            assertThat(evidence.status()).isEqualTo(409);
            assertThat(evidence.text()).contains("EVIDENCE_CONTRADICTED", "an old backup was restored");
            assertThat(gongkai.query().get("/api/jurisdictions/610926/status").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void
            history_that_is_rewritten_is_refused_by_whoever_remembers_it_the_signer_the_query_side_the_inspector_the_witness()
                    throws Exception {
        var insider = insiderOn("rewritten");
        insider.rewrite(late, LATE, IN_TIME);
        try (var gongkai = RunningStandalone.start(insider.data(), settings)) {
            assertRefusedBySigner(gongkai);
        }
        insider.forgetCheckpoints();
        try (var gongkai = RunningStandalone.start(insider.data(), settings)) {
            assertRefusedByQuerySide(gongkai);
            assertRefusedByWitness(gongkai, "409: two roots for one size");
        }
        insider.forgetReadSide();
        try (var gongkai = RunningStandalone.start(insider.data(), settings)) {
            assertRefusedByVerifier(gongkai);
        }
    }

    /** The database is consistent in itself; the file beside the key and the topic are not. */
    private static void assertRefusedBySigner(RunningStandalone gongkai) {
        assertThat(gongkai.command()
                        .get(LEDGER + "verification")
                        .ok()
                        .path("valid")
                        .asBoolean())
                .isTrue();
        var refused = gongkai.command().get(LEDGER + "checkpoint");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("LEDGER_ROLLED_BACK", "its records were rewritten", "A ledger is not signed any more")
                .contains("The first %d leaves".formatted(tree(kept).size()))
                .contains("those with root %s were signed before"
                        .formatted(tree(kept).root()));
        awaitHealth(gongkai.command(), "DEGRADED", "its records were rewritten");
        assertThat(gongkai.query().get(EVIDENCE).text())
                .contains("EVIDENCE_CONTRADICTED", "its records were rewritten");
    }

    /** Nothing beside the database remembers any more, and the key signs what was rewritten: two roots for one size. */
    private static void assertRefusedByQuerySide(RunningStandalone gongkai) {
        await().atMost(PATIENCE)
                .until(() -> gongkai.command().get(LEDGER + "checkpoint").status() == 200);
        var forged = tree(checkpoint(gongkai));
        assertThat(forged.size()).isEqualTo(tree(kept).size());
        assertThat(forged.root()).isNotEqualTo(tree(kept).root());
        awaitAgreement(gongkai, "DISAGREES");
        var health = gongkai.query().get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.text())
                .contains("the ledger signed root %s over its first %d records, but those that came here have %s"
                        .formatted(forged.root(), forged.size(), tree(kept).root()))
                .contains("A ledger DISAGREES");
        assertThat(gongkai.query().get(EVIDENCE).text())
                .contains(
                        "EVIDENCE_CONTRADICTED",
                        "the tree with root " + tree(kept).root())
                .contains("the ledger signed %d with root %s".formatted(forged.size(), forged.root()));
    }

    private static void assertRefusedByWitness(RunningStandalone gongkai, String when) {
        var now = tree(checkpoint(gongkai));
        awaitHealth(
                gongkai.command(),
                "DEGRADED",
                "has cosigned %d of %d leaves".formatted(tree(kept).size(), now.size()),
                "the %d leaves here (root %s) do not begin with them: history was rewritten"
                        .formatted(now.size(), now.root()));
        assertThat(isCosigned(checkpoint(gongkai))).as(when).isFalse();
        assertThat(Files.exists(directory.resolve("witness/refused-gongkai%2F610926")))
                .as("the proof against the ledger")
                .isTrue();
    }

    /** The read side was made again from what was rewritten: only who kept something elsewhere can tell. */
    private static void assertRefusedByVerifier(RunningStandalone gongkai) throws Exception {
        awaitAgreement(gongkai, "AGREES");
        var sameSize = await().atMost(PATIENCE).until(() -> gongkai.query().get(EVIDENCE), it -> it.status() == 200);
        assertThat(sameSize.status()).isEqualTo(200);
        var forged = gongkai.query().download(EVIDENCE);
        assertThat(Verification.of(forged, new Trust(List.of(verifierKey), Optional.empty()))
                        .isTrusted())
                .as("nothing in the bundle itself is wrong")
                .isTrue();
        assertThat(refusal(forged, earlier(kept)))
                .contains(
                        "two different trees of %d leaves".formatted(tree(kept).size()), "keep both")
                .contains(
                        tree(kept).root().base64(),
                        tree(checkpoint(gongkai)).root().base64());
        assertThat(refusal(forged, new Trust(List.of(verifierKey), Optional.empty(), List.of(cosigner.verifierKey()))))
                .contains("the witness witness.example+", "did not cosign the tree");

        long position = County.in(gongkai).publish("610926-2019-04-T04", "另一镇");
        County.in(gongkai).statusAfter(position);
        assertRefusedByWitness(gongkai, "422: another beginning");
        var grown = gongkai.query().download(EVIDENCE);
        assertThat(refusal(grown, earlier(kept))).contains("history was rewritten", "keep both");
        var before = gongkai.query().download(EVIDENCE + "?known=position:10");
        assertThat(refusal(before, earlier(kept))).contains("either the ledger was cut");
    }
}
