package gongkai.command.relay;

import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * How far the topic has everything.
 *
 * @param next the first position that it may lack
 * @param topic the topic that this is about; one of the same name that was made later is another
 * @param ends by partition, the offset after the last record that was acknowledged
 */
record Place(long next, Uuid topic, List<Long> ends) {

    /** Of a topic that has nothing yet. */
    static Place atTheBeginningOf(Uuid topic) {
        return new Place(0, topic, List.of());
    }

    /** Whether that topic still holds what was put into it. */
    boolean isKeptBy(Uuid found, List<Long> foundEnds) {
        if (!found.equals(topic) || foundEnds.size() < ends.size()) {
            return false;
        }
        for (int i = 0; i < ends.size(); i++) {
            if (foundEnds.get(i) < ends.get(i)) {
                return false;
            }
        }
        return true;
    }
}
