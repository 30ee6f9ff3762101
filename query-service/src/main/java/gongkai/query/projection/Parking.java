package gongkai.query.projection;

import gongkai.record.RecordHeader;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views that refused a record: they wait, with the reason, until they are tried again or rebuilt. */
@Component
public class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final int LONGEST_ERROR = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Parking(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** Where a view stopped and why. */
    public record Parked(String view, String ledger, long leaf, long position, String error, Instant since) {}

    /** By view. */
    public Map<String, Parked> all() {
        return jdbc
                .sql("SELECT view, ledger, leaf, position, error, since FROM parked_view")
                .query((row, _) -> new Parked(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Parked::view, it -> it));
    }

    void park(String view, RecordHeader at, RuntimeException why) {
        LOG.error(
                "View {} is parked before position {} (ledger {}, leaf {}); the others go on. Mend it and call"
                        + " POST /api/projections/{}/retry",
                view,
                at.position(),
                at.ledger(),
                at.leaf(),
                view,
                why);
        jdbc.sql("""
                INSERT INTO parked_view (view, ledger, leaf, position, error, since)
                VALUES (:view, :ledger, :leaf, :position, :error, :since) ON CONFLICT (view) DO NOTHING
                """)
                .params(Map.of(
                        "view", view,
                        "ledger", at.ledger(),
                        "leaf", at.leaf(),
                        "position", at.position(),
                        "error", shorten(why.toString()),
                        "since", clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** PostgreSQL's text has no place for the character zero. */
    private static String shorten(String error) {
        var text = error.replace('\0', '␀');
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    /** The view may go on; it catches up by itself. */
    public void release(String view) {
        jdbc.sql("DELETE FROM parked_view WHERE view = :view")
                .param("view", view)
                .update();
    }

    void releaseAll() {
        jdbc.sql("DELETE FROM parked_view").update();
    }
}
