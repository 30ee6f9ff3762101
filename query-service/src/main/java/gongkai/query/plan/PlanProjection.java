package gongkai.query.plan;

import gongkai.event.PlanEvent.PlanImported;
import gongkai.query.projection.Projection;
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
    public void apply(List<Applied> records) {
        for (var it : records) {
            if (it.record().event() instanceof PlanImported plan) {
                jdbc.update(
                        "INSERT INTO plan (id, jurisdiction) VALUES (?, ?)",
                        plan.plan(),
                        it.record().ledger());
            }
        }
    }
}
