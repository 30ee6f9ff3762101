package gongkai.query.plan;

import gongkai.event.PlanEvent.PlanImported;
import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import gongkai.record.RecordHeader;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps which plans there are. */
@Component
class PlanProjection implements Projection {

    private final JdbcTemplate jdbc;

    PlanProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public void apply(List<Applied> records) {
        var imported = records.stream()
                .filter(it -> it.is(PlanImported.class))
                .map(Applied::record)
                .toList();
        Rows.of(imported)
                .text(RecordHeader::subject)
                .text(RecordHeader::ledger)
                .write(jdbc, "INSERT INTO plan (id, jurisdiction) SELECT * FROM unnest(?::text[], ?::text[])");
    }
}
