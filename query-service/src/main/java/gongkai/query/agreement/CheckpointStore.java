package gongkai.query.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints that wait, the newest that was agreed with, and the one that was not. */
@Component
class CheckpointStore {

    private static final RowMapper<SignedCheckpoint> CHECKPOINT = (row, _) -> checkpoint(row);

    private final JdbcClient jdbc;

    CheckpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a ledger is not believed. */
    record Disagreement(String ledger, long size, String note, String reason, Instant since) {}

    void await(SignedCheckpoint it) {
        jdbc.sql("""
                INSERT INTO awaited_checkpoint (ledger, size, note, published_at)
                VALUES (:ledger, :size, :note, :published) ON CONFLICT DO NOTHING
                """).params(parameters(it)).update();
    }

    /** Those whose records are here, each ledger's in the order of their sizes; not too many at once. */
    List<SignedCheckpoint> reached() {
        return jdbc.sql("""
                SELECT ledger, note, published_at FROM awaited_checkpoint JOIN ledger_tree tree USING (ledger)
                WHERE awaited_checkpoint.size <= tree.size ORDER BY ledger, awaited_checkpoint.size LIMIT 500
                """).query(CHECKPOINT).list();
    }

    /** The size of the newest that waits, by ledger. */
    Map<String, Long> awaited() {
        return jdbc
                .sql("SELECT ledger, max(size) FROM awaited_checkpoint GROUP BY ledger")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void settled(SignedCheckpoint it) {
        jdbc.sql("DELETE FROM awaited_checkpoint WHERE ledger = :ledger AND size = :size AND note = :note")
                .params(Map.of("ledger", it.ledger(), "size", it.size(), "note", it.note()))
                .update();
    }

    List<SignedCheckpoint> agreed() {
        return jdbc.sql("SELECT ledger, note, published_at FROM agreed_checkpoint ORDER BY ledger")
                .query(CHECKPOINT)
                .list();
    }

    Optional<SignedCheckpoint> agreed(String ledger) {
        return jdbc.sql("SELECT ledger, note, published_at FROM agreed_checkpoint WHERE ledger = :ledger")
                .param("ledger", ledger)
                .query(CHECKPOINT)
                .optional();
    }

    void agree(SignedCheckpoint it) {
        jdbc.sql("""
                INSERT INTO agreed_checkpoint (ledger, size, root, note, published_at)
                VALUES (:ledger, :size, :root, :note, :published)
                ON CONFLICT (ledger) DO UPDATE SET size = excluded.size, root = excluded.root, note = excluded.note,
                  published_at = excluded.published_at
                WHERE agreed_checkpoint.size < excluded.size
                """).params(parameters(it)).param("root", it.root().bytes()).update();
    }

    List<Disagreement> disagreements() {
        return jdbc.sql("SELECT ledger, size, note, reason, since FROM disagreement ORDER BY ledger")
                .query((row, _) -> new Disagreement(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @return whether it is the ledger's first */
    boolean disagree(Disagreement it) {
        return jdbc.sql("""
                INSERT INTO disagreement (ledger, size, note, reason, since)
                VALUES (:ledger, :size, :note, :reason, :since) ON CONFLICT DO NOTHING
                """)
                        .params(Map.of(
                                "ledger", it.ledger(),
                                "size", it.size(),
                                "note", it.note(),
                                "reason", it.reason(),
                                "since", it.since().atOffset(ZoneOffset.UTC)))
                        .update()
                == 1;
    }

    void refute(String ledger) {
        jdbc.sql("DELETE FROM disagreement WHERE ledger = :ledger")
                .param("ledger", ledger)
                .update();
    }

    private static Map<String, Object> parameters(SignedCheckpoint it) {
        return Map.of(
                "ledger", it.ledger(),
                "size", it.size(),
                "note", it.note(),
                "published", it.publishedAt().atOffset(ZoneOffset.UTC));
    }

    /** Only what could be read was ever written here. */
    private static SignedCheckpoint checkpoint(ResultSet row) throws SQLException {
        return SignedCheckpoint.read(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant())
                .orElseThrow();
    }
}
