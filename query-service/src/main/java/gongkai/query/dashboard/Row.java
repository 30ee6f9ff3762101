package gongkai.query.dashboard;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.explanation.LampAnswer;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An obligation in a list, with both lamps.
 *
 * @param statutory the worst lamp under the statutes above the plan; empty where none concerns it
 */
public record Row(ObligationItem item, Optional<Status> statutory) {

    static Row of(Judged it, AnsweredAsOf asOf) {
        return new Row(
                ObligationItem.of(it.facts(), it.rule(), asOf.asOf()),
                LampAnswer.of(it, asOf.asOf()).stream().map(LampAnswer::status).min(Comparator.naturalOrder()));
    }

    static List<Row> of(List<Judged> owed, AnsweredAsOf asOf) {
        return owed.stream().map(it -> of(it, asOf)).toList();
    }
}
