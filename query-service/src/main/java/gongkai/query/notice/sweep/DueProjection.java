package gongkai.query.notice.sweep;

import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.ObligationEvent;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import gongkai.record.RecordHeader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whatever a record touches is looked at again at once: an obligation, or with a calendar all of its county. */
@Component
class DueProjection implements Projection {

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    DueProjection(JdbcTemplate jdbc) {
        this.statements = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public void apply(List<Applied> records) {
        touch(newest(records, ObligationEvent.class, RecordHeader::subject));
        newest(records, CalendarAdopted.class, RecordHeader::ledger).forEach(this::touchAllOf);
    }

    /** Key → position. The order of the keys keeps two projectors from waiting for each other. */
    private static Map<String, Long> newest(
            List<Applied> records, Class<? extends Event> kind, Function<RecordHeader, String> key) {
        return records.stream()
                .filter(it -> it.is(kind))
                .map(Applied::record)
                .collect(Collectors.toMap(key, RecordHeader::position, (_, newer) -> newer, TreeMap::new));
    }

    private void touch(Map<String, Long> obligations) {
        Rows.of(obligations.entrySet())
                .text(Map.Entry::getKey)
                .number(Map.Entry::getValue)
                .write(statements, """
                INSERT INTO due (obligation, jurisdiction, position, next_check_at)
                SELECT obligation, split_part(obligation, '-', 1), position, '-infinity'
                FROM unnest(?::text[], ?::int8[]) AS it (obligation, position)
                ON CONFLICT (jurisdiction, obligation) DO UPDATE
                  SET position = greatest(due.position, excluded.position), next_check_at = '-infinity'
                """);
    }

    private void touchAllOf(String jurisdiction, long position) {
        jdbc.sql("""
                UPDATE due SET position = greatest(position, :position), next_check_at = '-infinity'
                WHERE jurisdiction = :jurisdiction
                """)
                .params(Map.of("jurisdiction", jurisdiction, "position", position))
                .update();
    }
}
