package gongkai.status;

import gongkai.event.ObligationEvent;

/** A fact and the position at which the ledger took it. */
public record Known<E extends ObligationEvent>(Long position, E fact) {}
