package gongkai.command.ledger;

import gongkai.event.Event;
import gongkai.record.EventType;
import java.util.UUID;

/**
 * An event on its way into the log, which will give it position, leaf and time.
 *
 * @param sequence the place in its stream that its decision counted on
 */
public record NewEvent(String ledger, String subject, long sequence, UUID id, String actor, Event event) {

    public String type() {
        return EventType.nameOf(event.getClass());
    }
}
