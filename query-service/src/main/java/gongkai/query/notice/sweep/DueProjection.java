package gongkai.query.notice.sweep;

import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.ObligationEvent;
import gongkai.query.projection.Projection;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whatever a record touches is looked at again at once: an obligation, or with a calendar all of its county. */
@Component
class DueProjection implements Projection {

    private final JdbcClient jdbc;

    DueProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public void apply(List<Applied> records) {
        touch(newest(records, ObligationEvent.class, true));
        newest(records, CalendarAdopted.class, false).forEach(this::touchAllOf);
    }

    /** Subject → position. The order of the keys keeps two projectors from waiting for each other. */
    private static Map<String, Long> newest(List<Applied> records, Class<?> kind, boolean bySubject) {
        return records.stream()
                .map(Applied::record)
                .filter(it -> kind.isInstance(it.event()))
                .collect(Collectors.toMap(
                        it -> bySubject ? it.subject() : it.ledger(),
                        EventRecord::position,
                        (_, newer) -> newer,
                        TreeMap::new));
    }

    private void touch(Map<String, Long> obligations) {
        if (obligations.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO due (obligation, jurisdiction, position, next_check_at)
                SELECT obligation, split_part(obligation, '-', 1), position, '-infinity'
                FROM unnest(CAST(:obligations AS text[]), CAST(:positions AS bigint[])) AS it (obligation, position)
                ON CONFLICT (obligation) DO UPDATE
                  SET position = greatest(due.position, excluded.position), next_check_at = '-infinity'
                """)
                .param("obligations", obligations.keySet().toArray(String[]::new))
                .param("positions", obligations.values().toArray(Long[]::new))
                .update();
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
