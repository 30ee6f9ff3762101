package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.person.ErasureMemory;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * The topic of all erasures, kept for ever, key = the person's id, value = when it was noted: what remembers them when both
 * the ledger and the keys are put back from old backups.
 */
final class ErasureTopic implements ErasureMemory, AutoCloseable {

    private static final String NAME = "gongkai.erasures";

    private final KeptTopicLink topic;
    private final InstantSource clock;
    private final Set<String> read = new HashSet<>();

    ErasureTopic(BrokerAccess broker, InstantSource clock) {
        this.topic = new KeptTopicLink(broker, NAME, read::clear);
        this.clock = clock;
    }

    @Override
    public synchronized Set<String> erased() {
        topic.read((person, _) -> read.add(person));
        return Set.copyOf(read);
    }

    @Override
    public synchronized void remember(String person) {
        if (!erased().contains(person)) {
            topic.publish(person, clock.instant().toString());
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
