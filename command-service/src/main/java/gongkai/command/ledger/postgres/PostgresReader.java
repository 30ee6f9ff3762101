package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Head;
import gongkai.command.ledger.LedgerReader;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.StoredRecord;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log in one PostgreSQL database. */
public class PostgresReader implements LedgerReader {

    private final JdbcClient jdbc;
    private final RecordCodec codec = new RecordCodec();

    public PostgresReader(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    @Override
    public CompactRange tree(String ledger) {
        return Subtrees.treeOf(jdbc, ledger);
    }

    @Override
    public List<Hash> hashes(String ledger, int level, long first, int count) {
        var sql = level == 0 ? """
                SELECT leaf_hash FROM ledger_event
                WHERE ledger = :ledger AND leaf >= :first AND leaf < :end ORDER BY leaf
                """ : """
                SELECT hash FROM tree_node
                WHERE ledger = :ledger AND level = :level AND index >= :first AND index < :end ORDER BY index
                """;
        return jdbc.sql(sql)
                .params(Map.of("ledger", ledger, "level", level, "first", first, "end", first + count))
                .query((row, _) -> new Hash(row.getBytes(1)))
                .list();
    }

    @Override
    public List<LedgerRow> rows(String ledger, long leaf, int limit) {
        return jdbc.sql("""
                SELECT position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash
                FROM ledger_event WHERE ledger = :ledger AND leaf >= :leaf ORDER BY leaf, position LIMIT :limit
                """)
                .params(Map.of("ledger", ledger, "leaf", leaf, "limit", limit))
                .query((row, _) -> new LedgerRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getBytes(9),
                        new Hash(row.getBytes(10))))
                .list();
    }

    @Override
    public List<StoredRecord> read(long position, int limit) {
        return jdbc.sql("""
                SELECT position, ledger, record FROM ledger_event
                WHERE position >= :position ORDER BY position LIMIT :limit
                """)
                .params(Map.of("position", position, "limit", limit))
                .query((row, _) -> new StoredRecord(row.getLong(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    @Override
    public List<EventRecord> readStream(String subject, long sequence) {
        return jdbc.sql("""
                SELECT record FROM ledger_event WHERE subject = :subject AND sequence >= :sequence ORDER BY sequence
                """)
                .params(Map.of("subject", subject, "sequence", sequence))
                .query((row, _) -> codec.decode(row.getBytes(1)))
                .list();
    }

    @Override
    public OptionalLong lastSequence(String subject) {
        return max(jdbc.sql("SELECT max(sequence) FROM ledger_event WHERE subject = :subject")
                .param("subject", subject));
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return jdbc.sql("SELECT ledger, size FROM ledger_head").query(rows -> {
            var sizes = new TreeMap<String, Long>();
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
            return sizes;
        });
    }

    @Override
    public List<String> subjects(String ledger, Set<String> types) {
        return jdbc.sql("""
                SELECT DISTINCT subject FROM ledger_event WHERE ledger = :ledger AND type IN (:types) ORDER BY subject
                """)
                .params(Map.of("ledger", ledger, "types", types))
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Head> head(String ledger) {
        return jdbc.sql("""
                SELECT leaf, position FROM ledger_event WHERE ledger = :ledger ORDER BY leaf DESC LIMIT 1
                """)
                .param("ledger", ledger)
                .query((row, _) -> new Head(ledger, row.getLong(1), row.getLong(2)))
                .optional();
    }

    @Override
    public OptionalLong lastPosition() {
        return max(jdbc.sql("SELECT max(position) FROM ledger_event"));
    }

    private static OptionalLong max(JdbcClient.StatementSpec aggregate) {
        return aggregate.query(rows -> {
            rows.next();
            var value = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        });
    }

    @Override
    public Optional<Long> firstOutOfStream(String ledger, long fromLeaf, long toLeaf) {
        return jdbc.sql("""
                SELECT leaf FROM ledger_event event
                WHERE ledger = :ledger AND leaf >= :from AND leaf < :to
                  AND (sequence > 0 AND NOT EXISTS (
                         SELECT FROM ledger_event before
                         WHERE before.subject = event.subject AND before.sequence = event.sequence - 1
                           AND before.position < event.position)
                    OR EXISTS (
                         SELECT FROM ledger_event twin
                         WHERE twin.subject = event.subject AND twin.sequence = event.sequence
                           AND twin.position < event.position))
                ORDER BY leaf LIMIT 1
                """)
                .params(Map.of("ledger", ledger, "from", fromLeaf, "to", toLeaf))
                .query(Long.class)
                .optional();
    }
}
