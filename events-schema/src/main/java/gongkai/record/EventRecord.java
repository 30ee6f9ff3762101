package gongkai.record;

import gongkai.event.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the log.
 *
 * @param position place in the one order of the whole log, without gaps from 0
 * @param ledger the jurisdiction's code
 * @param leaf place in that jurisdiction's ledger, without gaps from 0
 * @param subject the stream: a jurisdiction, plan or obligation by its id
 * @param sequence place in the stream, without gaps from 0
 * @param type the event's name and version as it was recorded; {@code event} is what that means today
 * @param recordedAt when the ledger took it, to the microsecond
 * @param actor who did it
 */
public record EventRecord(
        long position,
        String ledger,
        long leaf,
        String subject,
        long sequence,
        UUID id,
        String type,
        Instant recordedAt,
        String actor,
        Event event)
        implements RecordHeader {

    /** Of an event in its newest version. */
    public EventRecord(
            long position,
            String ledger,
            long leaf,
            String subject,
            long sequence,
            UUID id,
            Instant recordedAt,
            String actor,
            Event event) {
        this(
                position,
                ledger,
                leaf,
                subject,
                sequence,
                id,
                EventType.nameOf(event.getClass()),
                recordedAt,
                actor,
                event);
    }

    @Override
    public Instant occurredAt() {
        return event.occurredAt();
    }
}
