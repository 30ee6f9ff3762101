package gongkai.command.ledger.postgres;

import gongkai.command.ledger.StreamSnapshot;
import gongkai.command.ledger.StreamTail;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Snapshots in a table beside the log. Each is tied to the very event that was its newest: whatever happens to either
 * table, one that speaks of what is not in the log is not found.
 */
final class PostgresSnapshots {

    private final JdbcClient jdbc;
    private final RecordCodec codec = new RecordCodec();

    PostgresSnapshots(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    /**
     * One question for both, beginning with the snapshot's own event: most streams have no snapshot and shall not pay for
     * asking. The inner query is no join, so that of a long stream nothing older is read.
     */
    StreamTail readTail(String subject, String foldedBy) {
        return jdbc.sql("""
                WITH snapshot AS (
                  SELECT sequence, state FROM stream_snapshot kept
                  WHERE subject = :subject AND folded_by = :foldedBy AND event_id = (
                    SELECT event_id FROM ledger_event event
                    WHERE event.subject = kept.subject AND event.sequence = kept.sequence))
                SELECT sequence, record, CASE sequence WHEN (SELECT sequence FROM snapshot) THEN
                  (SELECT state FROM snapshot) END
                FROM ledger_event
                WHERE subject = :subject AND sequence >= coalesce((SELECT sequence FROM snapshot), 0) ORDER BY sequence
                """)
                .params(Map.of("subject", subject, "foldedBy", foldedBy))
                .query(rows -> {
                    Optional<StreamSnapshot> snapshot = Optional.empty();
                    var records = new ArrayList<EventRecord>();
                    while (rows.next()) {
                        var state = rows.getBytes(3);
                        if (state == null) {
                            records.add(codec.decode(rows.getBytes(2)));
                        } else {
                            snapshot = Optional.of(new StreamSnapshot(subject, rows.getLong(1), foldedBy, state));
                        }
                    }
                    return new StreamTail(snapshot, records);
                });
    }

    void keep(StreamSnapshot snapshot) {
        jdbc.sql("""
                INSERT INTO stream_snapshot (subject, sequence, event_id, folded_by, state)
                SELECT subject, sequence, event_id, :foldedBy, :state FROM ledger_event
                WHERE subject = :subject AND sequence = :sequence
                ON CONFLICT (subject) DO UPDATE SET sequence = excluded.sequence, event_id = excluded.event_id,
                  folded_by = excluded.folded_by, state = excluded.state
                """)
                .params(Map.of(
                        "subject", snapshot.subject(),
                        "sequence", snapshot.sequence(),
                        "foldedBy", snapshot.foldedBy(),
                        "state", snapshot.state()))
                .update();
    }
}
