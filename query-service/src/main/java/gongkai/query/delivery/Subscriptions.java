package gongkai.query.delivery;

import gongkai.http.ProblemException;
import gongkai.query.asof.QueryProblem;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.delivery.channel.WebhookSignature;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is told by which channel, for the API and the desk alike. */
@Component
public class Subscriptions {

    private final SubscriptionStore store;
    private final Targets targets;

    Subscriptions(SubscriptionStore store, Targets targets) {
        this.store = store;
        this.targets = targets;
    }

    /**
     * With the secret of a webhook, which is never told again.
     *
     * @throws ProblemException when it could never be delivered, or there are too many
     */
    public SubscriptionItem subscribe(NewSubscription it) {
        targets.check(it);
        if (store.count() >= SubscriptionStore.MOST) {
            throw new ProblemException(
                    QueryProblem.SUBSCRIPTIONS_EXHAUSTED,
                    "There are %d subscriptions; delete one that is no longer needed."
                            .formatted(SubscriptionStore.MOST));
        }
        var secret = it.channel() == Channel.WEBHOOK ? WebhookSignature.newSecret() : it.secret();
        return store.add(it, secret)
                .withSecret(it.channel() == Channel.WEBHOOK ? Optional.ofNullable(secret) : Optional.empty());
    }

    /** In the order in which they were made; without secrets. */
    public List<SubscriptionItem> after(String cursor, int limit) {
        return store.after(cursor, limit);
    }

    Optional<SubscriptionItem> byId(String id) {
        return store.byId(id);
    }

    /** With its secret and its deliveries; empty when there is none. */
    public Optional<SubscriptionItem> unsubscribe(String id) {
        return store.remove(id);
    }
}
