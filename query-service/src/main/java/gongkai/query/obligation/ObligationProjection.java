package gongkai.query.obligation;

import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.query.projection.Projection;
import gongkai.record.EventRecord;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps which obligations there are, and whose. */
@Component
class ObligationProjection implements Projection {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    ObligationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(List<Applied> records) {
        var assigned = records.stream()
                .map(Applied::record)
                .filter(it -> it.event() instanceof ObligationAssigned)
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO obligation (id, jurisdiction, unit, position) VALUES (?, ?, ?, ?)",
                assigned,
                BATCH,
                (row, it) -> {
                    row.setString(1, it.subject());
                    row.setString(2, Identifier.jurisdictionOf(it.subject()));
                    row.setString(3, unitOf(it));
                    row.setLong(4, it.position());
                });
    }

    private static String unitOf(EventRecord it) {
        return it.event() instanceof ObligationAssigned assigned
                ? assigned.assignment().unit()
                : "";
    }
}
