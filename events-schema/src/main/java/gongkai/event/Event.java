package gongkai.event;

import java.time.Instant;

/** Something that happened and can never unhappen. Its record's name is its type in the ledger. */
public sealed interface Event permits JurisdictionEvent, PlanEvent, ObligationEvent {

    /** When it became true in the world, which may be long before the ledger took it. */
    Instant occurredAt();
}
