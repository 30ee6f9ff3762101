package gongkai.query.delivery;

import gongkai.http.ProblemException;
import gongkai.http.access.Caller;
import gongkai.query.asof.QueryProblem;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.delivery.channel.TestLetter;
import gongkai.query.delivery.channel.WebhookSignature;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is told by which channel, for the API and the desk alike; those of another county are not there. */
@Component
public class Subscriptions {

    private final SubscriptionStore store;
    private final Targets targets;
    private final Couriers couriers;
    private final InstantSource clock;

    Subscriptions(SubscriptionStore store, Targets targets, Couriers couriers, InstantSource clock) {
        this.store = store;
        this.targets = targets;
        this.couriers = couriers;
        this.clock = clock;
    }

    /**
     * With the secret of a webhook, which is never told again.
     *
     * @throws ProblemException when it could never be delivered, or there are too many
     */
    public SubscriptionItem subscribe(NewSubscription it) {
        Caller.current().requireCounty(it.jurisdiction());
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
        return store.after(cursor, limit, Caller.current().counties());
    }

    Optional<SubscriptionItem> byId(String id) {
        return store.byId(id).filter(it -> Caller.current().sees(it.jurisdiction()));
    }

    /** With its secret and its deliveries; empty when there is none. */
    public Optional<SubscriptionItem> unsubscribe(String id) {
        return byId(id).flatMap(_ -> store.remove(id));
    }

    /**
     * Sends a letter at once that says that it is a test, and tells what came of it; nothing is recorded.
     *
     * @return empty when there is no such subscription
     * @throws ProblemException when it is disabled
     */
    public Optional<TestAnswer> sendTest(String id) {
        return byId(id).flatMap(it -> store.recipient(id).map(recipient -> sendTest(it, recipient)));
    }

    private TestAnswer sendTest(SubscriptionItem it, Recipient recipient) {
        it.disabled().ifPresent(why -> {
            throw new ProblemException(
                    QueryProblem.SUBSCRIPTION_DISABLED,
                    "Subscription %s is disabled (%s); delete it and subscribe anew.".formatted(it.id(), why));
        });
        var letter =
                new TestLetter("test/" + UUID.randomUUID(), it.id(), it.jurisdiction(), it.unit(), clock.instant());
        return TestAnswer.of(letter.id(), couriers.deliver(recipient, to -> letter.to(to.target(), to.secret())));
    }
}
