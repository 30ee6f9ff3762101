package gongkai.command.relay;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the topic follows the log.
 *
 * @param next the first position that the topic may lack
 * @param last the log's newest position, or -1
 * @param active whether a relay of any service is at work
 * @param holder the service that publishes, or did last; empty: none has yet
 * @param since when that one began, by the database's clock
 * @param problem why this service's relay does not publish
 */
public record RelayProgress(
        String topic,
        long next,
        long last,
        boolean active,
        Optional<String> holder,
        Optional<Instant> since,
        Optional<String> problem) {

    static RelayProgress of(
            long next, long last, boolean active, String holder, Instant since, Optional<String> problem) {
        boolean begun = !holder.isEmpty();
        return new RelayProgress(
                EventTopic.NAME,
                next,
                last,
                active,
                begun ? Optional.of(holder) : Optional.empty(),
                begun ? Optional.of(since) : Optional.empty(),
                problem);
    }

    static RelayProgress notBegun(long last, Optional<String> problem) {
        return of(0, last, false, "", Instant.EPOCH, problem);
    }

    /** How many records the topic lacks. */
    public long lag() {
        return last + 1 - next;
    }
}
