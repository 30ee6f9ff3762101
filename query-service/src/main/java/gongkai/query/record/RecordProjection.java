package gongkai.query.record;

import gongkai.query.projection.Projection;
import gongkai.record.EventRecord;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each record as it came. */
@Component
class RecordProjection implements Projection {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    RecordProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(List<Applied> records) {
        jdbc.batchUpdate(
                "INSERT INTO record (position, ledger, leaf, subject, recorded_at, record) VALUES (?, ?, ?, ?, ?, ?)",
                records,
                BATCH,
                (row, applied) -> {
                    EventRecord it = applied.record();
                    row.setLong(1, it.position());
                    row.setString(2, it.ledger());
                    row.setLong(3, it.leaf());
                    row.setString(4, it.subject());
                    row.setTimestamp(5, Timestamp.from(it.recordedAt()));
                    row.setBytes(6, applied.bytes());
                });
    }
}
