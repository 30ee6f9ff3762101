package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.RunningCommandService.Answer;
import gongkai.command.checkpoint.Checkpoints;
import gongkai.command.importing.SampleTable;
import gongkai.command.ledger.Ledger;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.NoteVerifier;
import gongkai.proof.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changes a row behind the ledger's back is found, and the first bad leaf is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private RunningCommandService service;

    @BeforeAll
    void start(@TempDir Path directory) {
        service = new RunningCommandService(directory);
        service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        service.importPlan(SampleTable.docx(), "表.docx", 2019, false);
        sql("CREATE TABLE untouched AS TABLE ledger_event");
        sql("CREATE TABLE untouched_head AS TABLE ledger_head");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void sql(String statement) {
        service.bean(JdbcClient.class).sql(statement).update();
    }

    private Answer get(String path) {
        return service.send(HttpMethod.GET, "/api/ledgers/610926" + path);
    }

    private long size() {
        return get("/verification").body().path("size").asLong();
    }

    @Test
    void an_untouched_ledger_is_valid() {
        var verification = get("/verification");
        assertThat(verification.status()).isEqualTo(200);
        assertThat(verification.body().path("valid").asBoolean())
                .as(verification.body().toString())
                .isTrue();
        assertThat(verification.body().path("size").asLong()).isEqualTo(service.recorded() + 1);
        assertThat(verification.body().has("firstBadLeaf")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE ledger_event SET record = overlay(record placing '\\x21'::bytea from 30) WHERE leaf = 50 | 50 | not the one that was hashed
        DELETE FROM ledger_event WHERE leaf = 60 | 60 | missing
        DELETE FROM ledger_event WHERE leaf > 300 | 301 | committed to
        UPDATE ledger_event SET subject = '610926-2019-99-T01' WHERE leaf = 100 | 100 | columns differ
        UPDATE ledger_event SET type = 'gongkai.PlanImported.v1' WHERE leaf = 2 | 2 | columns differ
        UPDATE ledger_event SET recorded_at = recorded_at - interval '1 day' WHERE leaf = 7 | 7 | columns differ
        UPDATE ledger_event SET sequence = 900 WHERE leaf = 39 | 39 | sequence
        UPDATE ledger_event SET leaf = 100000 WHERE leaf = 344 | 344 | missing
        UPDATE ledger_event SET record = '\\x7b7d', leaf_hash = sha256('\\x007b7d'::bytea) WHERE leaf = 70 | 70 | columns differ
        UPDATE ledger_head SET subtrees = overlay(subtrees placing '\\x00'::bytea from 1) | -1 | root
        """)
    void what_was_changed_is_found_and_named(String statement, long leaf, String problem) {
        try {
            sql(statement);
            var verification = get("/verification").body();
            assertThat(verification.path("valid").asBoolean()).as(statement).isFalse();
            assertThat(verification.path("firstBadLeaf").asLong(-1))
                    .as(verification.toString())
                    .isEqualTo(leaf);
            assertThat(verification.path("problem").asString()).contains(problem);
        } finally {
            sql("DELETE FROM ledger_event");
            sql("INSERT INTO ledger_event SELECT * FROM untouched");
            sql("DELETE FROM ledger_head");
            sql("INSERT INTO ledger_head SELECT * FROM untouched_head");
        }
    }

    @Test
    void proofs_are_valid_for_the_root_that_the_audit_computes() {
        long size = size();
        var root = hash(get("/verification").text("root"));
        var record = service.bean(JdbcClient.class)
                .sql("SELECT record FROM ledger_event WHERE leaf = 50")
                .query((row, _) -> row.getBytes(1))
                .single();
        var inclusion = hashes(get("/proofs/inclusion?leaf=50&size=" + size));
        assertThat(Verifier.includes(Hash.ofLeaf(record), 50, size, inclusion, root))
                .isTrue();
        var consistency = hashes(get("/proofs/consistency?from=40&to=" + size));
        var earlier = service.bean(Ledger.class).leafHashes("610926", 40);
        var earlierRoot = new MerkleTree(earlier).root();
        assertThat(Verifier.isConsistent(40, size, earlierRoot, root, consistency))
                .isTrue();
    }

    private static List<Hash> hashes(Answer answer) {
        List<Hash> hashes = new ArrayList<>();
        answer.body().path("hashes").forEach(it -> hashes.add(hash(it.asString())));
        return hashes;
    }

    private static Hash hash(String base64) {
        return new Hash(Base64.getDecoder().decode(base64));
    }

    @Test
    void what_is_not_in_the_tree_is_told() {
        assertThat(get("/proofs/inclusion?leaf=9&size=5").text("detail")).contains("leaves 0 to 4");
        assertThat(get("/proofs/inclusion?leaf=9&size=99999").text("detail")).contains("99999", "610926");
        assertThat(get("/proofs/consistency?from=9&to=5").status()).isEqualTo(422);
        assertThat(get("/proofs/consistency?from=0&to=5").status()).isEqualTo(422);
        assertThat(service.send(HttpMethod.GET, "/api/ledgers/999999/verification")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_ledger_that_committed_to_no_tree_yet_counts_its_leaves_once() {
        try {
            sql("UPDATE ledger_head SET subtrees = ''");
            assertThat(get("/verification").body().path("valid").asBoolean()).isTrue();
        } finally {
            sql("DELETE FROM ledger_head");
            sql("INSERT INTO ledger_head SELECT * FROM untouched_head");
        }
    }

    @Test
    void a_checkpoint_is_signed_and_a_ledger_that_was_rolled_back_is_not_signed_again() {
        var checkpoints = service.bean(Checkpoints.class);
        var verifier = NoteVerifier.of(checkpoints.verifierKey("610926")).orElseThrow();
        var signed = verifier.verify(checkpoints.sign("610926"))
                .flatMap(Checkpoint::parse)
                .orElseThrow();
        assertThat(signed.origin()).isEqualTo("gongkai/610926");
        assertThat(signed.size()).isEqualTo(size());
        assertThat(signed.root()).isEqualTo(hash(get("/verification").text("root")));
        try {
            sql("UPDATE ledger_event SET leaf_hash = sha256('x') WHERE leaf = 3");
            assertThatThrownBy(() -> checkpoints.sign("610926")).hasMessageContaining("not those that were signed");
            sql("UPDATE ledger_head SET size = 3, subtrees = ''");
            assertThatThrownBy(() -> checkpoints.sign("610926")).hasMessageContaining("old backup");
            assertThat(get("/checkpoint").text("code")).isEqualTo("LEDGER_ROLLED_BACK");
        } finally {
            sql("DELETE FROM ledger_event");
            sql("INSERT INTO ledger_event SELECT * FROM untouched");
            sql("DELETE FROM ledger_head");
            sql("INSERT INTO ledger_head SELECT * FROM untouched_head");
        }
    }
}
