package gongkai.query.feed;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How many messages wait in each partition of this instance, as of the last batch. */
@Component
public class Lags {

    private final Map<Integer, Long> waiting = new ConcurrentHashMap<>();

    /** A local question: the broker tells its end with each answer. */
    void note(Consumer<?, ?> consumer) {
        for (var it : consumer.assignment()) {
            consumer.currentLag(it).ifPresent(lag -> waiting.put(it.partition(), lag));
        }
    }

    void leave(Collection<TopicPartition> partitions) {
        partitions.forEach(it -> waiting.remove(it.partition()));
    }

    /** By partition. */
    public Map<Integer, Long> all() {
        return new TreeMap<>(waiting);
    }
}
