package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** A session with a kept topic for as long as it works; after a {@link KafkaException} another one, which reads from the beginning. */
final class KeptTopicLink implements AutoCloseable {

    private final BrokerAccess broker;
    private final String topic;
    private final Runnable anew;
    private @Nullable KeptTopicSession session;

    /** @param anew before a session reads from the beginning */
    KeptTopicLink(BrokerAccess broker, String topic, Runnable anew) {
        this.broker = broker;
        this.topic = topic;
        this.anew = anew;
    }

    /**
     * Gives all that was published and that this session has not read before.
     *
     * @throws KafkaException when the broker is away
     */
    void read(BiConsumer<String, String> notes) {
        use(it -> it.read(notes));
    }

    /**
     * Waits until the broker has it.
     *
     * @throws KafkaException when it is away
     */
    void publish(String key, String value) {
        use(it -> it.publish(key, value));
    }

    private synchronized void use(Consumer<KeptTopicSession> use) {
        try {
            use.accept(session());
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    private KeptTopicSession session() {
        var open = session;
        if (open == null) {
            anew.run();
            open = KeptTopicSession.open(broker, topic);
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
