package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.person.ErasureMemory;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The topic of all erasures, kept for ever, key = the person's id, value = when it was noted: what remembers them when both
 * the ledger and the keys are put back from old backups.
 */
final class ErasureTopic implements ErasureMemory, AutoCloseable {

    private static final String NAME = "gongkai.erasures";

    private final BrokerAccess broker;
    private final InstantSource clock;
    private final Set<String> read = new HashSet<>();
    private @Nullable KeptTopicSession session;

    ErasureTopic(BrokerAccess broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
    }

    @Override
    public synchronized Set<String> erased() {
        try {
            session().read((person, _) -> read.add(person));
            return Set.copyOf(read);
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void remember(String person) {
        if (!erased().contains(person)) {
            try {
                session().publish(person, clock.instant().toString());
            } catch (KafkaException e) {
                close();
                throw e;
            }
        }
    }

    private KeptTopicSession session() {
        var open = session;
        if (open == null) {
            read.clear();
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
