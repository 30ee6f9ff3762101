package gongkai.query.notice.topic;

import gongkai.broker.BrokerAccess;
import gongkai.record.RecordCodec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The newest record of each partition of the topic of events: whoever has those has all before them. */
@Component
public class EventTopic implements DisposableBean {

    private static final String NAME = "gongkai.events";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RecordCodec codec = new RecordCodec();
    private final BrokerAccess broker;
    private final Map<TopicPartition, Newest> newest = new HashMap<>();
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    EventTopic(BrokerAccess broker) {
        this.broker = broker;
    }

    /** @param end of the partition when it was the newest there */
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
        open.assign(partitions);
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

    /** The last offset may be the mark of a transaction's end, and no record: looks further back until there is one. */
    private void readLast(KafkaConsumer<String, byte[]> open, Map<TopicPartition, Long> ends) {
        var wanted = new HashMap<>(ends);
        for (long back = 2; !wanted.isEmpty(); back *= 8) {
            long look = back;
            open.assign(wanted.keySet());
            wanted.forEach((partition, end) -> open.seek(partition, Math.max(0, end - look)));
            readToEnd(open, wanted);
            wanted.entrySet().removeIf(it -> isKnown(it.getKey(), it.getValue()) || look >= it.getValue());
        }
    }

    private void readToEnd(KafkaConsumer<String, byte[]> open, Map<TopicPartition, Long> ends) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(it -> open.position(it.getKey(), PATIENCE) < it.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The newest records of " + ends.keySet() + " did not come");
            }
            for (var it : open.poll(PATIENCE)) {
                var partition = new TopicPartition(it.topic(), it.partition());
                newest.put(
                        partition,
                        new Newest(
                                ends.getOrDefault(partition, 0L),
                                codec.decode(it.value()).position()));
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var open = consumer;
        if (open == null) {
            open = new KafkaConsumer<>(
                    broker.with(Map.of(
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed",
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest")),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer = open;
        }
        return open;
    }

    /** The end of the service does not wait for a broker that is away. */
    @EventListener(ContextClosedEvent.class)
    void giveUp() {
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    @Override
    public synchronized void destroy() {
        var open = consumer;
        if (open != null) {
            open.close();
            consumer = null;
        }
    }
}
