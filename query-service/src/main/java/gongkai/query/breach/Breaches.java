package gongkai.query.breach;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Obligations.Judged;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds breaches; nothing is stored about them, the one rule tells them from the facts. */
@Component
public class Breaches {

    private final Obligations obligations;

    Breaches(Obligations obligations) {
        this.obligations = obligations;
    }

    /** Of one obligation, in order of time. */
    public List<BreachItem> of(String obligation, AnsweredAsOf asOf) {
        return BreachItem.of(obligations.byId(obligation, asOf), asOf.asOf());
    }

    /**
     * In the order of their ids.
     *
     * @param open only open ones, only cured ones, or both
     */
    public List<BreachItem> find(
            @Nullable String jurisdiction, @Nullable String unit, @Nullable Boolean open, AnsweredAsOf asOf) {
        return of(obligations.find(jurisdiction, unit, asOf), open, asOf);
    }

    /** Of obligations that are at hand, in the order of their ids. */
    public static List<BreachItem> of(List<Judged> owed, @Nullable Boolean open, AnsweredAsOf asOf) {
        return owed.stream()
                .flatMap(it -> BreachItem.of(it, asOf.asOf()).stream())
                .filter(it -> open == null || open == it.open())
                .sorted(Comparator.comparing(BreachItem::id))
                .toList();
    }
}
