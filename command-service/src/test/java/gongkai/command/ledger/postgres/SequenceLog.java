package gongkai.command.ledger.postgres;

import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.RecordTooLargeException;
import gongkai.command.ledger.StoredRecord;
import gongkai.command.ledger.StreamConflictException;
import gongkai.record.EventType;
import gongkai.record.RecordCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger is not: positions come from a sequence, so a later one may be seen before an earlier one, or for ever. */
final class SequenceLog implements Storm.Log {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordCodec codec = new RecordCodec();

    SequenceLog(LedgerDatabase database) {
        jdbc = database.jdbc();
        transaction = database.transaction();
        jdbc.sql("CREATE SEQUENCE planted MINVALUE 0").update();
    }

    @Override
    public void append(List<NewEvent> batch) {
        try {
            transaction.executeWithoutResult(_ -> batch.forEach(this::insert));
        } catch (DuplicateKeyException _) {
            throw new StreamConflictException(batch.getFirst().subject());
        }
    }

    private void insert(NewEvent it) {
        long position = jdbc.sql("SELECT nextval('planted')").query(Long.class).single();
        var record = codec.encode(it.ledger(), it.subject(), it.sequence(), it.id(), it.actor(), it.event())
                .at(position, position, Instant.EPOCH);
        if (record.length > RecordTooLargeException.LIMIT) {
            throw new RecordTooLargeException(it.subject(), record.length);
        }
        jdbc.sql("""
                INSERT INTO ledger_event
                  (position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash)
                VALUES (:position, :ledger, :position, :subject, :sequence, :id, :type, now(), :record, '')
                """)
                .params(Map.of(
                        "position", position,
                        "ledger", it.ledger(),
                        "subject", it.subject(),
                        "sequence", it.sequence(),
                        "id", it.id(),
                        "type", EventType.nameOf(it.event().getClass()),
                        "record", record))
                .update();
    }

    @Override
    public OptionalLong lastSequence(String subject) {
        return jdbc
                .sql("SELECT coalesce(max(sequence), -1) FROM ledger_event WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(it -> it)
                .findFirst();
    }

    @Override
    public List<StoredRecord> read(long position, int limit) {
        return jdbc.sql(
                        "SELECT position, ledger, record FROM ledger_event WHERE position >= ? ORDER BY position LIMIT ?")
                .params(position, limit)
                .query((row, _) -> new StoredRecord(row.getLong(1), row.getString(2), row.getBytes(3)))
                .list();
    }
}
