package gongkai.command.ledger.commit;

/** What the writer's thread waits for. */
sealed interface Arrival permits Append, Flight {}
