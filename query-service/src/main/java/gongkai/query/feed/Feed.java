package gongkai.query.feed;

import gongkai.query.projection.FeedPlaces;
import gongkai.query.projection.Message;
import gongkai.query.projection.Obstacle;
import gongkai.query.projection.Projector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Reads on from the places in the database, which alone count. A partition that cannot go on, and that the ledger cannot
 * heal, stands still and is tried again; the others go on.
 */
@Component
class Feed implements BatchConsumerAwareMessageListener<String, byte[]>, ConsumerSeekAware {

    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(2);

    private final Projector projector;
    private final FeedPlaces places;
    private final Healing healing;
    private final Standstills standstills;
    private final Lags lags;
    private final TracedBatches traces;
    private final ObjectProvider<ConcurrentMessageListenerContainer<String, byte[]>> container;

    Feed(
            Projector projector,
            FeedPlaces places,
            Healing healing,
            Standstills standstills,
            Lags lags,
            TracedBatches traces,
            @Qualifier("feedContainer") ObjectProvider<ConcurrentMessageListenerContainer<String, byte[]>> container) {
        this.projector = projector;
        this.places = places;
        this.healing = healing;
        this.standstills = standstills;
        this.lags = lags;
        this.traces = traces;
        this.container = container;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        var offsets = places.of(FeedConfiguration.TOPIC);
        assignments
                .keySet()
                .forEach(it -> callback.seek(it.topic(), it.partition(), offsets.getOrDefault(it.partition(), 0L)));
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            standstills.leave(partitions);
            lags.leave(partitions);
        }
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch, @Nullable Consumer<?, ?> given) {
        var consumer = Objects.requireNonNull(given);
        var traced = traces.begin(batch);
        var obstacles = projector.apply(batch.stream().map(Feed::message).toList()).stream()
                .collect(Collectors.toMap(it -> it.at().partition(), it -> it));
        traced.applied(obstacles.keySet());
        for (int partition :
                batch.stream().map(ConsumerRecord::partition).distinct().toList()) {
            var obstacle = obstacles.get(partition);
            if (obstacle == null) {
                standstills.goOn(partition);
            } else {
                overcome(obstacle, consumer);
            }
        }
        lags.note(consumer);
    }

    private void overcome(Obstacle obstacle, Consumer<?, ?> consumer) {
        var partition =
                new TopicPartition(FeedConfiguration.TOPIC, obstacle.at().partition());
        var outcome = healing.heal(obstacle);
        consumer.seek(partition, outcome.next());
        if (!outcome.healed()) {
            standstills.stop(partition.partition(), outcome.reason());
            container.getObject().pausePartition(partition);
            CompletableFuture.delayedExecutor(UNTIL_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> container.getObject().resumePartition(partition));
        }
    }

    private static Message message(ConsumerRecord<String, byte[]> it) {
        return new Message(it.topic(), it.partition(), it.offset(), it.key(), it.value());
    }
}
