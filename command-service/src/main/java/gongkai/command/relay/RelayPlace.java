package gongkai.command.relay;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's row in the ledger's database: its place, and whose turn it is, which ends by the database's clock. */
final class RelayPlace {

    /** Longer than a session waits for anything, and short enough for another service to follow within ten seconds. */
    static final Duration TURN = Duration.ofSeconds(6);

    private final JdbcClient jdbc;

    RelayPlace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty while it is another's turn. */
    Optional<RelayTurn> take(String holder) {
        return jdbc.sql("""
                INSERT INTO relay_place AS place (topic, next_position, holder, epoch, since, expires_at)
                VALUES (:topic, 0, :holder, 1, clock_timestamp(), clock_timestamp() + make_interval(secs => :turn))
                ON CONFLICT (topic) DO UPDATE SET holder = excluded.holder, epoch = place.epoch + 1,
                  since = excluded.since, expires_at = excluded.expires_at
                WHERE place.expires_at <= clock_timestamp()
                RETURNING epoch
                """)
                .params(Map.of("topic", EventTopic.NAME, "holder", holder, "turn", TURN.toSeconds()))
                .query(Long.class)
                .optional()
                .map(epoch -> new RelayTurn(jdbc, epoch));
    }

    /** @param last the log's newest position, or -1 */
    RelayProgress progress(long last, Optional<String> problem) {
        return jdbc.sql("""
                SELECT next_position, expires_at > clock_timestamp(), holder, since FROM relay_place
                WHERE topic = :topic
                """)
                .param("topic", EventTopic.NAME)
                .query((row, _) -> RelayProgress.of(
                        row.getLong(1),
                        last,
                        row.getBoolean(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        problem))
                .optional()
                .orElseGet(() -> RelayProgress.notBegun(last, problem));
    }
}
