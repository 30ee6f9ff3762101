package gongkai.query.notice.topic;

import gongkai.record.RecordCodec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The newest record of each partition of the topic of events: whoever has those has all before them. */
@Component
public class EventTopic implements DisposableBean {

    private static final String NAME = "gongkai.events";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RecordCodec codec = new RecordCodec();
    private final String bootstrapServers;
    private final Map<TopicPartition, Newest> newest = new HashMap<>();
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    EventTopic(@Value("${gongkai.kafka}") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** @param end the offset after it */
    private record Newest(long end, long position) {}

    /**
     * Their positions; none while there is no topic.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    public synchronized Collection<Long> newestPositions() {
        var open = consumer();
        var partitions = open.partitionsFor(NAME, PATIENCE).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .collect(Collectors.toSet());
        var ends = open.endOffsets(partitions, PATIENCE);
        newest.keySet().removeIf(it -> ends.getOrDefault(it, 0L) == 0);
        readLast(
                open,
                ends.entrySet().stream()
                        .filter(it -> it.getValue() > 0 && !isKnown(it.getKey(), it.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return newest.values().stream().map(Newest::position).toList();
    }

    private boolean isKnown(TopicPartition partition, long end) {
        var known = newest.get(partition);
        return known != null && known.end() == end;
    }

    private void readLast(KafkaConsumer<String, byte[]> open, Map<TopicPartition, Long> ends) {
        open.assign(ends.keySet());
        ends.forEach((partition, end) -> open.seek(partition, end - 1));
        Set<TopicPartition> missing = new java.util.HashSet<>(ends.keySet());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!missing.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new org.apache.kafka.common.errors.TimeoutException(
                        "The newest records of " + missing + " did not come");
            }
            for (var it : open.poll(PATIENCE)) {
                var partition = new TopicPartition(it.topic(), it.partition());
                newest.put(
                        partition,
                        new Newest(it.offset() + 1, codec.decode(it.value()).position()));
                missing.remove(partition);
            }
        }
        open.assign(List.of());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var open = consumer;
        if (open == null) {
            open = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "latest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer = open;
        }
        return open;
    }

    @Override
    public synchronized void destroy() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
