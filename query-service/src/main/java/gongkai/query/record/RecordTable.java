package gongkai.query.record;

import gongkai.query.projection.Projection.Applied;
import gongkai.query.projection.RecordSource;
import gongkai.record.RecordHeader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The query side's own copy of the log, page by page; whoever wants to know what happened opens the record. */
@Component
class RecordTable implements RecordSource {

    private final JdbcClient jdbc;

    RecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long position,
            String ledger,
            long leaf,
            String subject,
            String type,
            Instant recordedAt,
            String actor,
            Instant occurredAt)
            implements RecordHeader {}

    @Override
    public List<Applied> read(String ledger, long from, int limit, Set<String> opened) {
        return jdbc.sql("""
                SELECT position, leaf, subject, type, recorded_at, actor, occurred_at,
                  CASE WHEN type = ANY (:opened) THEN record END
                FROM record
                WHERE ledger = :ledger AND leaf >= :from ORDER BY leaf LIMIT :limit
                """)
                .params(Map.of("ledger", ledger, "from", from, "limit", limit, "opened", opened.toArray(String[]::new)))
                .query((row, _) -> Applied.unopened(
                        new Row(
                                row.getLong(1),
                                ledger,
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()),
                        row.getBytes(8)))
                .list();
    }
}
