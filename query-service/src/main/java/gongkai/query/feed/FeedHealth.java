package gongkai.query.feed;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** A feed that stands still makes the service unhealthy: its answers no longer move. */
@Component
class FeedHealth extends AbstractHealthIndicator {

    private final ConcurrentMessageListenerContainer<String, byte[]> feed;
    private final Standstills standstills;

    FeedHealth(
            @Qualifier("feedContainer") ConcurrentMessageListenerContainer<String, byte[]> feed,
            Standstills standstills) {
        this.feed = feed;
        this.standstills = standstills;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var reasons = standstills.all();
        if (feed.isRunning() && reasons.isEmpty()) {
            health.up();
        } else {
            health.down();
        }
        reasons.forEach((partition, reason) -> health.withDetail("partition " + partition, reason));
    }
}
