package gongkai.command.ledger;

import gongkai.proof.Hash;
import java.time.Instant;
import java.util.UUID;

/** A row of the log as the database has it: what stands beside the record, the record's bytes, and its leaf hash. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only audited
public record LedgerRow(
        long position,
        String ledger,
        long leaf,
        String subject,
        long sequence,
        UUID id,
        String type,
        Instant recordedAt,
        byte[] record,
        Hash leafHash) {}
