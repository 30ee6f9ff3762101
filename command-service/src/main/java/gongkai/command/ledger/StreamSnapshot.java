package gongkai.command.ledger;

/**
 * What a stream had come to at one of its records, so that a later reader need not begin at the first: a cache, never
 * evidence.
 *
 * @param sequence of the newest record that {@code state} holds
 * @param foldedBy the code that made {@code state}; only the same code may take it up
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
public record StreamSnapshot(String subject, long sequence, String foldedBy, byte[] state) {}
