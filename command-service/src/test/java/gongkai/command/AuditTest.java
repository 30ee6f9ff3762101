package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.command.RunningCommandService.Answer;
import gongkai.command.audit.AuditProgram;
import gongkai.command.checkpoint.Checkpoints;
import gongkai.command.importing.SampleTable;
import gongkai.command.ledger.Ledger;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.NoteVerifier;
import gongkai.proof.Verifier;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changes a row behind the ledger's back is found, and the first bad leaf is named. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
        service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        service.importPlan(SampleTable.docx(), "表.docx", 2019, false);
        sql("CREATE TABLE untouched AS TABLE ledger_event");
        sql("CREATE TABLE untouched_head AS TABLE ledger_head");
        sql("CREATE TABLE untouched_node AS TABLE tree_node");
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

    /** The program's own words are read by people; what counts is how it ends. */
    @Test
    void the_program_ends_with_0_for_a_sound_ledger_1_for_a_bad_one_and_2_where_it_cannot_read() throws IOException {
        var url = service.ledgerUrl();
        assertThat(AuditProgram.run("--url", url)).isZero();
        assertThat(AuditProgram.run("--url", url, "610926")).isZero();
        assertThat(AuditProgram.run("--url", url, "999999")).isEqualTo(2);
        assertThat(AuditProgram.run("--url", "jdbc:postgresql://127.0.0.1:1/x?connectTimeout=1"))
                .isEqualTo(2);
        assertThat(AuditProgram.run()).isEqualTo(2);
        try {
            sql("DELETE FROM ledger_event WHERE leaf = 60");
            assertThat(AuditProgram.run("--url", url)).isEqualTo(1);
        } finally {
            restore();
        }
    }

    @Test
    void the_program_compares_with_a_checkpoint_that_was_kept_elsewhere(@TempDir Path elsewhere) throws IOException {
        var url = service.ledgerUrl();
        var key = service.text("/api/ledgers/610926/vkey").strip();
        var note = service.text("/api/ledgers/610926/checkpoint");
        var kept = Files.writeString(elsewhere.resolve("kept"), note).toString();
        assertThat(AuditProgram.run("--url", url, "--checkpoint", kept, "--vkey", key))
                .isZero();
        assertThat(AuditProgram.run("--url", url, "--checkpoint", kept)).isEqualTo(2);
        var forged = Files.writeString(elsewhere.resolve("forged"), note.replace("\n345\n", "\n344\n"))
                .toString();
        assertThat(AuditProgram.run("--url", url, "--checkpoint", forged, "--vkey", key))
                .isEqualTo(2);
        try {
            // Sound in itself, but shorter than what was kept.
            sql("DELETE FROM ledger_event WHERE leaf >= 256");
            sql("UPDATE ledger_head SET size = 256, subtrees = (SELECT hash FROM tree_node)");
            assertThat(AuditProgram.run("--url", url)).isZero();
            assertThat(AuditProgram.run("--url", url, "--checkpoint", kept, "--vkey", key))
                    .isEqualTo(1);
        } finally {
            restore();
        }
    }

    /** Each statement is what somebody with the database's password might do; every constraint is dropped before. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        CHANGED    ; 50  ; not the one that was hashed ; UPDATE ledger_event SET record = overlay(record placing '\\x21'::bytea from 30) WHERE leaf = 50
        CHANGED    ; 100 ; columns differ    ; UPDATE ledger_event SET subject = '610926-2019-99-T01' WHERE leaf = 100
        CHANGED    ; 2   ; columns differ    ; UPDATE ledger_event SET type = 'gongkai.PlanImported.v1' WHERE leaf = 2
        CHANGED    ; 7   ; columns differ    ; UPDATE ledger_event SET recorded_at = recorded_at - interval '1 day' WHERE leaf = 7
        CHANGED    ; 70  ; none that this version can read ; UPDATE ledger_event SET record = '\\x7b7d', leaf_hash = sha256('\\x007b7d'::bytea) WHERE leaf = 70
        CHANGED    ; 70  ; canonical         ; UPDATE ledger_event SET record = record || ' ', leaf_hash = sha256('\\x00' || record || ' ') WHERE leaf = 70
        MISSING    ; 60  ; next one is leaf 61 ; DELETE FROM ledger_event WHERE leaf = 60
        CUT        ; 301 ; ends here with 301 ; DELETE FROM ledger_event WHERE leaf > 300
        INSERTED   ; 60  ; more than one leaf ; INSERT INTO ledger_event SELECT position + 1000, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash FROM ledger_event WHERE leaf = 60
        INSERTED   ; 345 ; committed to 345 leaves ; INSERT INTO ledger_event SELECT position + 1000, ledger, 345, subject, 900, event_id, type, recorded_at, record, leaf_hash FROM ledger_event WHERE leaf = 60
        SWAPPED    ; 61  ; places with leaf 62 ; UPDATE ledger_event SET leaf = 123 - leaf, position = (SELECT min(position) + max(position) FROM ledger_event WHERE leaf IN (61, 62)) - position WHERE leaf IN (61, 62)
        RENUMBERED ; 39  ; sequence          ; UPDATE ledger_event SET sequence = 900 WHERE leaf = 39
        RENUMBERED ; 80  ; position          ; UPDATE ledger_event SET position = position + 10000 WHERE leaf = 80
        MISSING    ; 344 ; next one is leaf 100000 ; UPDATE ledger_event SET leaf = 100000 WHERE leaf = 344
        TREE       ; -1  ; leaves 0 to 255   ; UPDATE ledger_head SET subtrees = set_byte(subtrees, 0, get_byte(subtrees, 0) # 255)
        TREE       ; -1  ; leaves 344 to 344 ; UPDATE ledger_head SET subtrees = set_byte(subtrees, 128, get_byte(subtrees, 128) # 255)
        TREE       ; -1  ; leaves 0 to 255   ; UPDATE tree_node SET hash = sha256('x')
        TREE       ; -1  ; leaves 0 to 255   ; DELETE FROM tree_node
        TREE       ; -1  ; cannot make a tree ; UPDATE ledger_head SET size = 3
        """)
    void what_was_changed_is_found_and_named(String fault, long leaf, String problem, String statement) {
        try {
            sql("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_pkey");
            sql("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_leaf");
            sql("ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_stream");
            sql(statement);
            var verification = get("/verification").body();
            assertThat(verification.path("valid").asBoolean()).as(statement).isFalse();
            assertThat(verification.path("fault").asString())
                    .as(verification.toString())
                    .isEqualTo(fault);
            assertThat(verification.path("firstBadLeaf").asLong(-1))
                    .as(verification.toString())
                    .isEqualTo(leaf);
            assertThat(verification.path("problem").asString()).contains(problem);
        } finally {
            restore();
        }
    }

    private void restore() {
        sql("TRUNCATE ledger_event, ledger_head, tree_node");
        sql("INSERT INTO ledger_event SELECT * FROM untouched");
        sql("INSERT INTO ledger_head SELECT * FROM untouched_head");
        sql("INSERT INTO tree_node SELECT * FROM untouched_node");
        sql("ALTER TABLE ledger_event DROP CONSTRAINT IF EXISTS ledger_event_pkey");
        sql("ALTER TABLE ledger_event DROP CONSTRAINT IF EXISTS ledger_event_leaf");
        sql("ALTER TABLE ledger_event DROP CONSTRAINT IF EXISTS ledger_event_stream");
        sql("ALTER TABLE ledger_event ADD PRIMARY KEY (position)");
        sql("ALTER TABLE ledger_event ADD CONSTRAINT ledger_event_leaf UNIQUE (ledger, leaf)");
        sql("ALTER TABLE ledger_event ADD CONSTRAINT ledger_event_stream UNIQUE (subject, sequence)");
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
        var earlierRoot = service.bean(Ledger.class).tree("610926", 40).root();
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
    void a_checkpoint_is_signed_and_a_ledger_that_was_rolled_back_is_not_signed_again() {
        var checkpoints = service.bean(Checkpoints.class);
        var verifier =
                NoteVerifier.of(checkpoints.verifierKeys("610926").getFirst()).orElseThrow();
        var signed = verifier.verify(checkpoints.sign("610926").note())
                .flatMap(Checkpoint::parse)
                .orElseThrow();
        assertThat(signed.origin()).isEqualTo("gongkai/610926");
        assertThat(signed.size()).isEqualTo(size());
        assertThat(signed.root()).isEqualTo(hash(get("/verification").text("root")));
        try {
            sql("UPDATE tree_node SET hash = sha256('x')");
            assertThatThrownBy(() -> checkpoints.sign("610926")).hasMessageContaining("records were rewritten");
            sql("UPDATE ledger_head SET size = 1, subtrees = sha256('x')");
            assertThatThrownBy(() -> checkpoints.sign("610926")).hasMessageContaining("old backup");
            assertThat(get("/checkpoint").text("code")).isEqualTo("LEDGER_ROLLED_BACK");
            sql("DELETE FROM tree_node");
            sql("UPDATE ledger_head SET size = 3");
            assertThat(get("/checkpoint").text("code")).isEqualTo("LEDGER_DAMAGED");
        } finally {
            restore();
        }
    }
}
