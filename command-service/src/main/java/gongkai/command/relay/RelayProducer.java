package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes transactions under the one name that all relays share: whoever opens it last is the only one who still can, and
 * what another had begun is undone.
 */
final class RelayProducer implements AutoCloseable {

    /** Less than a turn, so that who waits for the broker in vain ends before another begins. */
    private static final int PATIENCE_MILLIS = 5_000;

    private final KafkaProducer<String, byte[]> producer;

    RelayProducer(BrokerAccess broker) {
        producer = new KafkaProducer<>(
                broker.with(Map.ofEntries(
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "gongkai-relay"),
                        Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "gongkai-relay"),
                        // Readers wait for an open transaction; one whose relay has died is undone after this time.
                        Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3 * PATIENCE_MILLIS),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) PATIENCE_MILLIS),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS - 1_000),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS))),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void fenceOthers() {
        producer.initTransactions();
    }

    void begin() {
        producer.beginTransaction();
    }

    /** @param traceparent where readers of the record go on with its trace */
    Future<RecordMetadata> send(StoredRecord record, Optional<String> traceparent) {
        var message = new ProducerRecord<>(EventTopic.NAME, record.ledger(), record.bytes());
        traceparent.ifPresent(it -> message.headers().add("traceparent", it.getBytes(StandardCharsets.US_ASCII)));
        return producer.send(message);
    }

    /** Waits until each record was acknowledged or refused. */
    void flush() {
        producer.flush();
    }

    /** All of it stands, or it throws; who reads what is committed then sees nothing of it. */
    void commit() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
