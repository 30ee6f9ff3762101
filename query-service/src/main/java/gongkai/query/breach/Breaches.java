package gongkai.query.breach;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.Obligations;
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
        return obligations.find(jurisdiction, unit, asOf).stream()
                .flatMap(it -> BreachItem.of(it, asOf.asOf()).stream())
                .filter(it -> open == null || open == it.open())
                .sorted(Comparator.comparing(BreachItem::id))
                .toList();
    }
}
