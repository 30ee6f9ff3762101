package gongkai.query.feed;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The partitions of this instance that cannot go on, and why. */
@Component
public class Standstills {

    private static final Logger LOG = LoggerFactory.getLogger(Standstills.class);

    private final Map<Integer, String> reasons = new ConcurrentHashMap<>();

    void stop(int partition, String reason) {
        if (!reason.equals(reasons.put(partition, reason))) {
            LOG.error(
                    "The feed stands still at {}. It is tried again; see OPERATIONS, “The feed stands still”", reason);
        }
    }

    void goOn(int partition) {
        if (reasons.remove(partition) != null) {
            LOG.info("Partition {} of the feed goes on", partition);
        }
    }

    void leave(Collection<TopicPartition> partitions) {
        partitions.forEach(it -> reasons.remove(it.partition()));
    }

    /** By partition. */
    public Map<Integer, String> all() {
        return new TreeMap<>(reasons);
    }
}
