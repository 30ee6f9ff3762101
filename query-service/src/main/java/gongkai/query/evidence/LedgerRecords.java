package gongkai.query.evidence;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A ledger's records from its first leaf on, as they came. */
@Component
class LedgerRecords {

    private final JdbcClient jdbc;

    LedgerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many leaves are here. */
    long size(String ledger) {
        return sizeAt(ledger, Long.MAX_VALUE);
    }

    /** How many leaves the ledger had at that position of the log. */
    long sizeAt(String ledger, long known) {
        return jdbc.sql("""
                SELECT leaf + 1 FROM record WHERE ledger = :ledger AND position <= :known
                ORDER BY position DESC LIMIT 1
                """)
                .params(Map.of("ledger", ledger, "known", known))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<byte[]> first(String ledger, long size) {
        return jdbc.sql("SELECT record FROM record WHERE ledger = :ledger AND leaf < :size ORDER BY leaf")
                .params(Map.of("ledger", ledger, "size", size))
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
