package gongkai.query.feed;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Asks once more when nothing was assigned at first: a named member that comes back is given what it had, which is
 * nothing when it left before its topic was made, and takes that for an answer about the topic of now.
 */
final class SecondAsking implements ConsumerAwareRebalanceListener {

    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!asked.getAndSet(true) && partitions.isEmpty()) {
            consumer.enforceRebalance("nothing was assigned at first");
        }
    }
}
