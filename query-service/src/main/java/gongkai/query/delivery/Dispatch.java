package gongkai.query.delivery;

import gongkai.query.delivery.DeliveryStore.Attempt;
import gongkai.query.delivery.channel.Letter;
import gongkai.query.delivery.channel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is to be sent. What was claimed by a service that ended is tried by another once the claim is over, so a
 * message may arrive twice, with the same id.
 */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Each to another receiver; a slow one delays the others by no more than its own patience. */
    private static final int AT_ONCE = 32;

    /** Longer than any attempt takes. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final DeliveryStore deliveries;
    private final Couriers couriers;
    private final List<Duration> waits;

    /** @param waits after the first attempt, the second, and so on; then it is given up */
    Dispatch(DeliveryStore deliveries, Couriers couriers, @Value("${gongkai.delivery.waits}") List<Duration> waits) {
        this.deliveries = deliveries;
        this.couriers = couriers;
        this.waits = waits;
    }

    @Scheduled(fixedDelay = 250)
    void send() {
        try {
            deliveries.fanOut();
            List<Attempt> attempts;
            do {
                deliveries.skip();
                attempts = deliveries.claim(AT_ONCE, CLAIM);
                tryAll(attempts);
            } while (!attempts.isEmpty());
        } catch (DataAccessException e) {
            LOG.warn("Deliveries wait for the database: {}", e.toString());
        }
    }

    private void tryAll(List<Attempt> attempts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts.forEach(it -> threads.execute(() -> attempt(it)));
        }
    }

    private void attempt(Attempt it) {
        switch (couriers.deliver(it.to(), to -> Letter.of(to.target(), to.secret(), it.notice()))) {
            case Outcome.Delivered _ -> deliveries.delivered(it.id());
            case Outcome.Gone _ -> {
                LOG.info("Subscription {} is disabled: its receiver answered 410", it.subscription());
                deliveries.giveUp(it.id(), "The receiver answered 410");
                deliveries.disable(it.subscription(), "The receiver answered 410: it wants no more");
            }
            case Outcome.Failed failed -> failed(it, failed.why());
        }
    }

    private void failed(Attempt it, String why) {
        if (it.number() > waits.size()) {
            LOG.warn("Delivery {} is given up after {} attempts: {}", it.id(), it.number(), why);
            deliveries.giveUp(it.id(), why);
        } else {
            deliveries.tryAgain(it.id(), waits.get(it.number() - 1), why);
        }
    }
}
