package gongkai.query.obligation;

import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.query.projection.Projection;
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
                .map(it -> it.record().event())
                .filter(ObligationAssigned.class::isInstance)
                .map(ObligationAssigned.class::cast)
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO obligation (id, jurisdiction, unit) VALUES (?, ?, ?)", assigned, BATCH, (row, it) -> {
                    row.setString(1, it.obligation());
                    row.setString(2, Identifier.jurisdictionOf(it.obligation()));
                    row.setString(3, it.assignment().unit());
                });
    }
}
