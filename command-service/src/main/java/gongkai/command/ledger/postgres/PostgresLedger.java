package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Head;
import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.NewEvent;
import gongkai.command.ledger.RecordTooLargeException;
import gongkai.command.ledger.StoredRecord;
import gongkai.command.ledger.StreamConflictException;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A simple engine: each batch is a transaction that first locks the log's head row, so positions come in commit order.
 */
public final class PostgresLedger implements Ledger {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordCodec codec;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public PostgresLedger(JdbcClient jdbc, TransactionTemplate transaction, RecordCodec codec, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public List<EventRecord> append(List<NewEvent> batch) {
        var records = transaction.execute(_ -> insert(batch));
        listeners.forEach(Runnable::run);
        return records;
    }

    private List<EventRecord> insert(List<NewEvent> batch) {
        long position = jdbc.sql("UPDATE log_head SET size = size + :n RETURNING size - :n")
                .param("n", batch.size())
                .query(Long.class)
                .single();
        // Read after the head is locked: the order of times follows the order of positions.
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var trees = new HashMap<String, CompactRange>();
        var records = new ArrayList<EventRecord>(batch.size());
        for (var it : batch) {
            var tree = trees.computeIfAbsent(it.ledger(), this::tree);
            var record = new EventRecord(
                    position++,
                    it.ledger(),
                    tree.size(),
                    it.subject(),
                    it.sequence(),
                    it.id(),
                    recordedAt,
                    it.actor(),
                    it.event());
            trees.put(it.ledger(), tree.plus(insert(record)));
            records.add(record);
        }
        trees.forEach(this::commitTo);
        return records;
    }

    /** @return the leaf's hash */
    private Hash insert(EventRecord it) {
        var bytes = codec.encode(it);
        if (bytes.length > RecordTooLargeException.LIMIT) {
            throw new RecordTooLargeException(it.subject(), bytes.length);
        }
        var leafHash = Hash.ofLeaf(bytes);
        try {
            jdbc.sql("""
                    INSERT INTO ledger_event
                      (position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash)
                    VALUES
                      (:position, :ledger, :leaf, :subject, :sequence, :id, :type, :recordedAt, :record, :leafHash)
                    """)
                    .param("position", it.position())
                    .param("ledger", it.ledger())
                    .param("leaf", it.leaf())
                    .param("subject", it.subject())
                    .param("sequence", it.sequence())
                    .param("id", it.id())
                    .param("type", it.type())
                    .param("recordedAt", it.recordedAt().atOffset(ZoneOffset.UTC))
                    .param("record", bytes)
                    .param("leafHash", leafHash.bytes())
                    .update();
            return leafHash;
        } catch (DuplicateKeyException e) {
            throw new StreamConflictException(e);
        }
    }

    @Override
    public CompactRange tree(String ledger) {
        return jdbc.sql("SELECT size, subtrees FROM ledger_head WHERE ledger = :ledger")
                .param("ledger", ledger)
                .query((row, _) -> treeOf(ledger, row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(CompactRange.EMPTY);
    }

    /** A ledger of the first release committed to no tree; its leaves are counted once, at its next record. */
    private CompactRange treeOf(String ledger, long size, byte[] subtrees) {
        var roots = Subtrees.read(subtrees);
        if (roots.size() == Long.bitCount(size)) {
            return new CompactRange(size, roots);
        }
        var tree = CompactRange.EMPTY;
        for (var leaf : leafHashes(ledger, size)) {
            tree = tree.plus(leaf);
        }
        return tree;
    }

    private void commitTo(String ledger, CompactRange tree) {
        jdbc.sql("""
                INSERT INTO ledger_head (ledger, size, subtrees) VALUES (:ledger, :size, :subtrees)
                ON CONFLICT (ledger) DO UPDATE SET size = excluded.size, subtrees = excluded.subtrees
                """)
                .params(Map.of("ledger", ledger, "size", tree.size(), "subtrees", Subtrees.write(tree.subtrees())))
                .update();
    }

    @Override
    public List<Hash> leafHashes(String ledger, long size) {
        return jdbc.sql("SELECT leaf_hash FROM ledger_event WHERE ledger = :ledger AND leaf < :size ORDER BY leaf")
                .params(Map.of("ledger", ledger, "size", size))
                .query((row, _) -> new Hash(row.getBytes(1)))
                .list();
    }

    @Override
    public List<LedgerRow> rows(String ledger, long leaf, int limit) {
        return jdbc.sql("""
                SELECT position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash
                FROM ledger_event WHERE ledger = :ledger AND leaf >= :leaf ORDER BY leaf LIMIT :limit
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
    public List<String> ledgers() {
        return jdbc.sql("SELECT ledger FROM ledger_head ORDER BY ledger")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> subjects(String ledger, String type) {
        return jdbc.sql("""
                SELECT DISTINCT subject FROM ledger_event WHERE ledger = :ledger AND type = :type ORDER BY subject
                """)
                .params(Map.of("ledger", ledger, "type", type))
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
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }
}
