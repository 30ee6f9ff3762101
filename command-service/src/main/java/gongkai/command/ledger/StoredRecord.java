package gongkai.command.ledger;

/** A record as it lies in the log: its canonical bytes, and what is needed to send them on without reading them. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
public record StoredRecord(long position, String ledger, byte[] bytes) {}
