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

/**
 * One reader and one writer of a topic that is read from its beginning by who writes to it; whoever meets a
 * {@link KafkaException} opens another.
 */
final class KeptTopicSession implements AutoCloseable {

    /** Somebody waits for a signature, or to read, meanwhile. */
    private static final int PATIENCE_MILLIS = 3_000;

    private final TopicPartition all;
    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;

    private KeptTopicSession(BrokerAccess broker, String topic) {
        all = new TopicPartition(topic, 0);
        consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        topic.replace('.', '-'),
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
                        topic.replace('.', '-'),
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
        consumer.assign(List.of(all));
        consumer.seekToBeginning(List.of(all));
    }

    static KeptTopicSession open(BrokerAccess broker, String topic) {
        try (var admin = Admin.create(broker.with(Map.of(
                // Otherwise it looks for a broker that is away thousands of times a second.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, "none",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS)))) {
            KeptTopic.create(admin, topic, 1);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The topic " + topic + " cannot be made: " + e.getMessage(), e);
        }
        return new KeptTopicSession(broker, topic);
    }

    /** Gives all that was published and not read before. */
    void read(BiConsumer<String, String> notes) {
        long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
        while (consumer.position(all) < end) {
            consumer.poll(Duration.ofMillis(PATIENCE_MILLIS)).forEach(it -> notes.accept(it.key(), it.value()));
        }
    }

    /** Waits until the broker has it. */
    void publish(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(all.topic(), key, value)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Nothing was published to " + all.topic() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
