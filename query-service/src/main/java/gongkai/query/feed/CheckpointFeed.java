package gongkai.query.feed;

import gongkai.query.agreement.Agreements;
import gongkai.query.projection.FeedPlaces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the signed checkpoints: what each ledger committed to. */
@Component
class CheckpointFeed implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {

    static final String TOPIC = "gongkai.checkpoints";

    private final Agreements agreements;
    private final FeedPlaces places;
    private final TransactionOperations transaction;

    CheckpointFeed(Agreements agreements, FeedPlaces places, TransactionOperations transaction) {
        this.agreements = agreements;
        this.places = places;
        this.transaction = transaction;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        var offsets = places.of(TOPIC);
        assignments
                .keySet()
                .forEach(it -> callback.seek(it.topic(), it.partition(), offsets.getOrDefault(it.partition(), 0L)));
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        transaction.executeWithoutResult(_ -> {
            for (var it : batch) {
                if (it.key() != null && it.value() != null) {
                    agreements.take(
                            it.key(),
                            new String(it.value(), StandardCharsets.UTF_8),
                            Instant.ofEpochMilli(it.timestamp()));
                }
            }
            places.move(
                    TOPIC,
                    batch.stream()
                            .collect(Collectors.toMap(
                                    ConsumerRecord::partition, it -> it.offset() + 1, (_, later) -> later)));
        });
        agreements.settle();
    }
}
