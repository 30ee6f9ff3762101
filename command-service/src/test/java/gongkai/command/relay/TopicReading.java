package gongkai.command.relay;

import gongkai.record.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topic from its beginning as every consumer sees it, in its order: what is there already is dropped, and anything
 * but the next leaf is a gap.
 *
 * @param sizes by ledger, how many leaves arrived
 */
record TopicReading(SortedMap<String, Long> sizes, int repeats, List<String> gaps) {

    static TopicReading of(String bootstrapServers) {
        var reading = new TopicReadingInProgress();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, EventTopic.PARTITIONS)
                    .mapToObj(it -> new TopicPartition(EventTopic.NAME, it))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(it -> reading.take(it.key(), it.value()));
            }
        }
        return new TopicReading(reading.sizes, reading.repeats, reading.gaps);
    }

    private static final class TopicReadingInProgress {
        private final RecordCodec codec = new RecordCodec();
        private final SortedMap<String, Long> sizes = new TreeMap<>();
        private final List<String> gaps = new ArrayList<>();
        private int repeats;

        private void take(String ledger, byte[] bytes) {
            long leaf = codec.decode(bytes).leaf();
            long size = sizes.getOrDefault(ledger, 0L);
            if (leaf < size) {
                repeats++;
            } else if (leaf == size) {
                sizes.put(ledger, leaf + 1);
            } else {
                gaps.add("%s: leaf %d after %d".formatted(ledger, leaf, size - 1));
            }
        }
    }
}
