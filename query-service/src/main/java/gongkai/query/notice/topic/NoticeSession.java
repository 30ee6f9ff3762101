package gongkai.query.notice.topic;

import gongkai.broker.BrokerAccess;
import gongkai.query.notice.NoticeCodec;
import gongkai.query.notice.NumberedNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One idempotent producer for notices; ends with its first failure. */
final class NoticeSession implements AutoCloseable {

    static final String TOPIC = "gongkai.notices";

    private static final int PARTITIONS = 12;
    private static final int PATIENCE_MILLIS = 4_000;

    private final KafkaProducer<String, byte[]> producer;
    private final long written;

    private NoticeSession(BrokerAccess broker, long written) {
        this.written = written;
        producer = new KafkaProducer<>(
                broker.with(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "gongkai-notices",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Makes sure of the topic first. */
    static NoticeSession open(BrokerAccess broker) {
        var admin = Admin.create(broker.with(Map.of(
                // Otherwise it looks for a broker that is away thousands of times a second.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2)));
        try {
            create(admin);
            return new NoticeSession(broker, written(admin));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The topic " + TOPIC + " cannot be made: " + e.getMessage(), e);
        } finally {
            // What it still waits for was given up.
            admin.close(Duration.ZERO);
        }
    }

    /** Kept for ever, like the ledger's: who comes late can read from the beginning. */
    private static void create(Admin admin) throws InterruptedException, ExecutionException {
        var topic = new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static long written(Admin admin) throws InterruptedException, ExecutionException {
        var description =
                admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        if (description != null) {
            description
                    .partitions()
                    .forEach(it -> ends.put(new TopicPartition(TOPIC, it.partition()), OffsetSpec.latest()));
        }
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(it -> it.offset())
                .sum();
    }

    /** How many were on the topic when the session began; at least as many as numbers that it has. */
    long written() {
        return written;
    }

    /** Waits until the broker has all of them. */
    void publish(List<NumberedNotice> page) {
        var sends = new ArrayList<Future<?>>();
        try {
            for (var it : page) {
                var send = producer.send(
                        new ProducerRecord<>(TOPIC, it.notice().jurisdiction(), NoticeCodec.cloudEvent(it)));
                if (send.isDone()) {
                    // Refused after a wait, as each that follows would be: the page would take half an hour to fail.
                    send.get();
                }
                sends.add(send);
            }
            producer.flush();
            for (var send : sends) {
                send.get();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("A notice was not published: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
