package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.checkpoint.CheckpointMemory;
import gongkai.proof.Checkpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of all signed checkpoints, kept for ever, key = jurisdiction: the ledgers' memory in another system, and for
 * others to read. While the broker is away it remembers what it has read so far.
 */
final class CheckpointTopic implements CheckpointMemory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointTopic.class);

    private static final String NAME = "gongkai.checkpoints";

    private final BrokerAccess broker;
    private final Map<String, Checkpoint> newest = new HashMap<>();
    private @Nullable KeptTopicSession session;

    CheckpointTopic(BrokerAccess broker) {
        this.broker = broker;
    }

    @Override
    public synchronized Optional<Checkpoint> newest(String code) {
        try {
            session().read((key, note) -> Checkpoint.parseNote(note).ifPresent(it -> take(key, it)));
        } catch (KafkaException e) {
            LOG.warn("The topic of checkpoints cannot be read for now", e);
            close();
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
    public synchronized void remember(String code, String note) {
        try {
            session().publish(code, note);
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    private KeptTopicSession session() {
        var open = session;
        if (open == null) {
            open = KeptTopicSession.open(broker, NAME);
            session = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
