package gongkai.query.projection;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/** Reads on from the place in the database, which alone counts; the broker's own offsets are for its tools. */
@Component
class Feed implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {

    private final Projector projector;
    private final Places places;

    Feed(Projector projector, Places places) {
        this.projector = projector;
        this.places = places;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        var offsets = places.feed();
        assignments
                .keySet()
                .forEach(it -> callback.seek(it.topic(), it.partition(), offsets.getOrDefault(it.partition(), 0L)));
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        projector.apply(batch);
    }
}
