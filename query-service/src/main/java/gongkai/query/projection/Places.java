package gongkai.query.projection;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far everything has been applied: by ledger, and by partition of the feed. */
@Component
public class Places {

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest record of a ledger that is in the tables. */
    public record LedgerPlace(String ledger, long leaf, long position) {

        static LedgerPlace before(String ledger) {
            return new LedgerPlace(ledger, -1, -1);
        }
    }

    public Optional<LedgerPlace> of(String ledger) {
        return jdbc.sql("SELECT leaf, position FROM ledger_place WHERE ledger = :ledger")
                .param("ledger", ledger)
                .query((row, _) -> new LedgerPlace(ledger, row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** @throws IllegalStateException when another projector moved it meanwhile: this one's transaction must end */
    void move(LedgerPlace from, LedgerPlace to) {
        int moved = jdbc.sql("""
                INSERT INTO ledger_place (ledger, leaf, position) VALUES (:ledger, :leaf, :position)
                ON CONFLICT (ledger) DO UPDATE SET leaf = excluded.leaf, position = excluded.position
                WHERE ledger_place.leaf = :from
                """)
                .params(Map.of(
                        "ledger", to.ledger(), "leaf", to.leaf(), "position", to.position(), "from", from.leaf()))
                .update();
        if (moved == 0) {
            throw new IllegalStateException("Another projector has moved the place of ledger " + to.ledger());
        }
    }

    /** Offset by partition, for those that were ever read. */
    Map<Integer, Long> feed() {
        return jdbc
                .sql("SELECT partition, next_offset FROM feed_place")
                .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void moveFeed(int partition, long nextOffset) {
        jdbc.sql("""
                INSERT INTO feed_place (partition, next_offset) VALUES (:partition, :next)
                ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset
                """).params(Map.of("partition", partition, "next", nextOffset)).update();
    }
}
