package gongkai.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.proof.Checkpoint;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.NoteVerifier;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a ledger publishes about itself, as those read it who do not trust it. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckpointTest {

    private static final String COUNTY = "610926";

    private Path directory;
    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        this.directory = directory;
        service = new RunningCommandService(postgres, kafka, directory);
        register("平利县");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** One more leaf. */
    private long register(String name) {
        return service.put("/api/jurisdictions/" + COUNTY, "application/json", "{\"name\":\"" + name + "\"}")
                .position();
    }

    private String text(String path) {
        return service.text("/api/ledgers/" + COUNTY + path);
    }

    private byte[] bytes(String path) {
        return service.bytes("/api/ledgers/" + COUNTY + path);
    }

    private static Optional<Checkpoint> verified(String note, String verifierKey) {
        return NoteVerifier.of(verifierKey).flatMap(it -> it.verify(note)).flatMap(Checkpoint::parse);
    }

    private List<String> published() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", service.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var all = new TopicPartition("gongkai.checkpoints", 0);
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
            var notes = new ArrayList<String>();
            while (consumer.position(all) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(it -> {
                    assertThat(it.key()).isEqualTo(COUNTY);
                    notes.add(it.value());
                });
            }
            return notes;
        }
    }

    @Test
    void an_earlier_tree_is_signed_again_with_the_same_bytes_however_the_ledger_grew() {
        long size = register("平利县甲") + 1;
        var then = text("/checkpoint");
        assertThat(text("/checkpoint?size=" + size)).isEqualTo(then);
        register("平利县乙");
        assertThat(text("/checkpoint")).isNotEqualTo(then);
        assertThat(text("/checkpoint?size=" + size)).isEqualTo(then);
        assertThat(verified(text("/checkpoint?size=1"), text("/vkey")))
                .map(Checkpoint::root)
                .contains(new Hash(bytes("/tile/0/000.p/1")));
        assertThatThrownBy(() -> text("/checkpoint?size=999999")).hasMessageContaining("FIELD_INVALID");
    }

    @Test
    void within_a_second_of_a_commit_a_signed_checkpoint_is_published_and_remembered_outside_the_database() {
        long leaves = register("平利县一") + 1;
        var key = text("/vkey");
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(published())
                        .last()
                        .satisfies(note -> assertThat(verified(note, key))
                                .map(Checkpoint::size)
                                .contains(leaves)));
        assertThat(directory.resolve("keys/checkpoint-" + COUNTY))
                .content(UTF_8)
                .isEqualTo(text("/checkpoint"));
    }

    @Test
    void who_reads_the_tiles_computes_the_root_that_the_checkpoint_states() {
        for (int i = 0; i < 260; i++) {
            register("平利县" + i);
        }
        var checkpoint = verified(text("/checkpoint"), text("/vkey")).orElseThrow();
        int rest = (int) (checkpoint.size() - 256);
        assertThat(rest).isBetween(1, 255);
        var fromHashes = CompactRange.EMPTY;
        for (var path : List.of("/tile/0/000", "/tile/0/001.p/" + rest)) {
            var hashes = ByteBuffer.wrap(bytes(path));
            while (hashes.hasRemaining()) {
                var hash = new byte[Hash.SIZE];
                hashes.get(hash);
                fromHashes = fromHashes.plus(new Hash(hash));
            }
        }
        var fromEntries = CompactRange.EMPTY;
        for (var path : List.of("/tile/entries/000", "/tile/entries/001.p/" + rest)) {
            var entries = ByteBuffer.wrap(bytes(path));
            while (entries.hasRemaining()) {
                var record = new byte[Short.toUnsignedInt(entries.getShort())];
                entries.get(record);
                fromEntries = fromEntries.plus(Hash.ofLeaf(record));
            }
        }
        assertThat(fromHashes.size()).isEqualTo(checkpoint.size());
        assertThat(fromHashes.root()).isEqualTo(checkpoint.root());
        assertThat(fromEntries).isEqualTo(fromHashes);
        var upper = new Hash(bytes("/tile/1/000.p/1"));
        assertThat(fromHashes.subtrees().getFirst()).isEqualTo(upper);
        for (var path : List.of(
                "/tile/0/002", "/tile/1/000", "/tile/0/1", "/tile/0/000.p/256", "/tile/9/000", "/tile/entries/x")) {
            var answer = service.send(HttpMethod.GET, "/api/ledgers/" + COUNTY + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text("code")).as(path).isEqualTo("TILE_UNKNOWN");
        }
    }

    @Test
    void after_a_change_of_keys_old_checkpoints_are_still_verified_and_who_knows_only_the_old_key_is_too()
            throws IOException {
        var oldKey = text("/vkey");
        var oldNote = text("/checkpoint");
        var file = directory.resolve("keys/signing-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.move(file, directory.resolve("keys/signing-key.2019-05"));
        service.restart();
        var newKey = text("/vkey");
        assertThat(newKey).isNotEqualTo(oldKey);
        assertThat(text("/vkeys")).isEqualTo(newKey + oldKey);
        var newNote = text("/checkpoint");
        assertThat(verified(oldNote, oldKey)).isPresent();
        assertThat(verified(newNote, newKey)).isPresent().isEqualTo(verified(newNote, oldKey));
        assertThat(verified(oldNote, newKey)).isEmpty();

        var lines = Files.readAllLines(directory.resolve("keys/signing-key.2019-05"));
        Files.writeString(directory.resolve("keys/signing-key.2019-05"), lines.getLast());
        service.restart();
        assertThat(text("/vkeys")).isEqualTo(newKey + oldKey);
        assertThat(verified(text("/checkpoint"), oldKey)).isEmpty();
        assertThat(verified(text("/checkpoint"), newKey)).isPresent();
    }

    /** Both the database and what lies beside it are put back; the topic remembers. */
    @Test
    void an_old_backup_of_everything_but_the_topic_is_not_signed_and_reads_go_on() throws IOException {
        register("平利县甲");
        long size = register("平利县乙") + 1;
        Awaitility.await().until(() -> published().stream().anyMatch(it -> it.contains("\n" + size + "\n")));
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql("CREATE TABLE kept_head AS TABLE ledger_head").update();
        try {
            var subtrees = new byte[32 * Long.bitCount(size - 1)];
            Arrays.fill(subtrees, (byte) 7);
            jdbc.sql("UPDATE ledger_head SET size = size - 1, subtrees = :subtrees")
                    .param("subtrees", subtrees)
                    .update();
            Files.delete(directory.resolve("keys/checkpoint-" + COUNTY));
            var answer = service.send(HttpMethod.GET, "/api/ledgers/" + COUNTY + "/checkpoint");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo("LEDGER_ROLLED_BACK");
            assertThat(answer.text("detail")).contains("old backup", Long.toString(size));
            assertThat(bytes("/tile/0/000.p/1")).hasSize(32);
        } finally {
            jdbc.sql("UPDATE ledger_head SET size = kept_head.size, subtrees = kept_head.subtrees FROM kept_head")
                    .update();
            jdbc.sql("DROP TABLE kept_head").update();
        }
    }
}
