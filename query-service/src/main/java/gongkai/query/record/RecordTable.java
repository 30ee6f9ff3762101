package gongkai.query.record;

import gongkai.query.projection.RecordSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The query side's own copy of the log, page by page. */
@Component
class RecordTable implements RecordSource {

    private final JdbcClient jdbc;

    RecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<byte[]> read(String ledger, long from, int limit) {
        return jdbc.sql("SELECT record FROM record WHERE ledger = :ledger AND leaf >= :from ORDER BY leaf LIMIT :limit")
                .params(Map.of("ledger", ledger, "from", from, "limit", limit))
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
