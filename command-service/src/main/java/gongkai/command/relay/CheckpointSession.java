package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One reader and one writer of the checkpoints' topic; whoever meets a {@link KafkaException} opens another. */
final class CheckpointSession implements AutoCloseable {

    private static final String NAME = "gongkai.checkpoints";
    private static final TopicPartition ALL = new TopicPartition(NAME, 0);

    /** Somebody waits for a signature meanwhile. */
    private static final int PATIENCE_MILLIS = 3_000;

    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;

    private CheckpointSession(BrokerAccess broker) {
        consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "gongkai-checkpoints",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS)),
                new StringDeserializer(),
                new StringDeserializer());
        producer = new KafkaProducer<>(
                broker.with(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "gongkai-checkpoints",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (long) PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0L)),
                new StringSerializer(),
                new StringSerializer());
        consumer.assign(List.of(ALL));
        consumer.seekToBeginning(List.of(ALL));
    }

    static CheckpointSession open(BrokerAccess broker) {
        try (var admin = Admin.create(broker.with(Map.of(
                // Otherwise it looks for a broker that is away thousands of times a second.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, "none",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS)))) {
            KeptTopic.create(admin, NAME, 1);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The topic " + NAME + " cannot be made: " + e.getMessage(), e);
        }
        return new CheckpointSession(broker);
    }

    /** Gives all that was published and not read before. */
    void read(BiConsumer<String, String> notes) {
        long end = consumer.endOffsets(List.of(ALL)).getOrDefault(ALL, 0L);
        while (consumer.position(ALL) < end) {
            consumer.poll(Duration.ofMillis(PATIENCE_MILLIS)).forEach(it -> notes.accept(it.key(), it.value()));
        }
    }

    /** Waits until the broker has it. */
    void publish(String code, String note) {
        try {
            producer.send(new ProducerRecord<>(NAME, code, note)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("A checkpoint was not published: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
