package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.proof.Checkpoint;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Both topics as the command service fills them. */
final class LogOnTopic implements AutoCloseable {

    private static final String EVENTS = "gongkai.events";
    private static final String CHECKPOINTS = "gongkai.checkpoints";

    private final KafkaProducer<String, byte @Nullable []> producer;

    LogOnTopic(String bootstrapServers) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(EVENTS, 12, (short) 1), new NewTopic(CHECKPOINTS, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "enable.idempotence",
                        true,
                        // A broker that does not lead yet what it has just made must not take the second before the
                        // first.
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(List<SeededLog.Entry> entries) {
        awaitAll(entries.stream()
                .<Future<?>>map(it -> producer.send(new ProducerRecord<>(EVENTS, it.ledger(), it.bytes())))
                .toList());
    }

    void send(String key, byte @Nullable [] bytes) {
        awaitAll(List.of(producer.send(new ProducerRecord<>(EVENTS, key, bytes))));
    }

    void checkpoint(String ledger, long publishedAt, String note) {
        awaitAll(List.of(producer.send(
                new ProducerRecord<>(CHECKPOINTS, null, publishedAt, ledger, note.getBytes(StandardCharsets.UTF_8)))));
    }

    private void awaitAll(List<Future<?>> sent) {
        producer.flush();
        assertThat(sent).allMatch(Future::isDone);
    }

    /** What the ledger's signer would sign over its first records. */
    static String signed(List<SeededLog.Entry> ledger, long size, NoteSigner... signers) {
        var tree = CompactRange.EMPTY;
        for (var it : ledger.subList(0, Math.toIntExact(size))) {
            tree = tree.plus(Hash.ofLeaf(it.bytes()));
        }
        var checkpoint = new Checkpoint("gongkai/" + ledger.getFirst().ledger(), size, tree.root());
        return NoteSigner.sign(checkpoint.body(), List.of(signers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
