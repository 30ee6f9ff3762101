package gongkai.query.delivery;

import gongkai.http.ProblemException;
import gongkai.http.access.Caller;
import gongkai.query.asof.QueryProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each notice on its way to each subscription, for the API and the desk alike; those of another county are not there. */
@Component
public class Deliveries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DeliveryStore store;

    Deliveries(DeliveryStore store) {
        this.store = store;
    }

    /** In the order in which they were made. */
    public List<DeliveryItem> after(
            @Nullable UUID cursor, @Nullable String subscription, @Nullable DeliveryState state, int limit) {
        return store.after(
                cursor == null ? BEFORE_ALL : cursor,
                subscription,
                state,
                limit,
                Caller.current().counties());
    }

    /** How many are not delivered, by PENDING and FAILED. */
    public Map<String, Long> undelivered() {
        return store.undelivered();
    }

    /** @throws ProblemException when it is unknown, has not failed, or its receiver wants no more */
    public DeliveryItem sendAgain(UUID id) {
        var delivery = store.byId(id)
                .filter(it -> Caller.current().sees(store.jurisdictionOf(it)))
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.DELIVERY_UNKNOWN,
                        "There is no delivery «%s»; GET /api/deliveries?state=FAILED lists those that failed."
                                .formatted(id)));
        if (store.isDisabled(delivery.subscription())) {
            throw new ProblemException(
                    QueryProblem.SUBSCRIPTION_DISABLED,
                    "Subscription %s is disabled, its receiver wants no more; delete it and subscribe anew."
                            .formatted(delivery.subscription()));
        }
        return store.sendAgain(id)
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.DELIVERY_NOT_FAILED,
                        "Delivery %s is %s; only FAILED ones are sent again.".formatted(id, delivery.state())));
    }
}
