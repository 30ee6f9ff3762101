package gongkai.query.plan;

import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.record.RecordStore;
import gongkai.status.PlanFacts;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans as they were known at a position. */
@Component
public class Plans {

    private final JdbcClient jdbc;
    private final RecordStore records;

    Plans(JdbcClient jdbc, RecordStore records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** @throws ProblemException when it was not known */
    public PlanFacts byId(String id, AnsweredAsOf asOf) {
        return find(id, asOf)
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.PLAN_UNKNOWN,
                        "No plan «%s» was known at position %d.".formatted(id, asOf.position())));
    }

    /** In the order of their years. */
    public List<PlanFacts> ofJurisdiction(String code, AnsweredAsOf asOf) {
        return jdbc
                .sql("SELECT id FROM plan WHERE jurisdiction = :code ORDER BY id")
                .param("code", code)
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> find(id, asOf).stream())
                .toList();
    }

    private Optional<PlanFacts> find(String id, AnsweredAsOf asOf) {
        PlanFacts facts = null;
        var corrections = new Corrections(asOf.asOf().at());
        for (var it : records.stream(id, asOf.position())) {
            if (it.event() instanceof PlanImported imported) {
                facts = PlanFacts.of(imported);
            } else if (it.event() instanceof PlanEvent event && facts != null && corrections.count(event)) {
                facts = facts.with(event);
            }
        }
        return Optional.ofNullable(facts);
    }
}
