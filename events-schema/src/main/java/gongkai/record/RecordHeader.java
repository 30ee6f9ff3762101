package gongkai.record;

import java.time.Instant;

/** Where a record stands, whose it is and what kind of event it holds: all that is known of it before it is opened. */
public interface RecordHeader {

    /** Place in the one order of the whole log, without gaps from 0. */
    long position();

    /** The jurisdiction's code. */
    String ledger();

    /** Place in that jurisdiction's ledger, without gaps from 0. */
    long leaf();

    /** The stream: a jurisdiction, plan or obligation by its id. */
    String subject();

    /** The event's name and version as it was recorded. */
    String type();

    /** When the ledger took it, to the microsecond. */
    Instant recordedAt();

    /** Who did it. */
    String actor();

    /** When it happened in the world. */
    Instant occurredAt();
}
