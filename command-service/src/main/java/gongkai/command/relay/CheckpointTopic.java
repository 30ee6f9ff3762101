package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.checkpoint.CheckpointMemory;
import gongkai.proof.Checkpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of all signed checkpoints, kept for ever, key = jurisdiction: the ledgers' memory in another system, and for
 * others to read. While the broker is away it remembers what it has read so far.
 */
final class CheckpointTopic implements CheckpointMemory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointTopic.class);

    private static final String NAME = "gongkai.checkpoints";

    private final KeptTopicLink topic;
    private final Map<String, Checkpoint> newest = new HashMap<>();

    CheckpointTopic(BrokerAccess broker) {
        this.topic = new KeptTopicLink(broker, NAME, () -> {});
    }

    @Override
    public synchronized Optional<Checkpoint> newest(String code) {
        try {
            topic.read((key, note) -> Checkpoint.parseNote(note).ifPresent(it -> take(key, it)));
        } catch (KafkaException e) {
            LOG.warn("The topic of checkpoints cannot be read for now", e);
        }
        return Optional.ofNullable(newest.get(code));
    }

    /** Two services may publish in another order than they signed. */
    private void take(String code, Checkpoint checkpoint) {
        newest.merge(code, checkpoint, (one, other) -> one.size() > other.size() ? one : other);
    }

    @Override
    public String place(String code) {
        return "the topic " + NAME;
    }

    @Override
    public void remember(String code, String note) {
        topic.publish(code, note);
    }

    @Override
    public void close() {
        topic.close();
    }
}
