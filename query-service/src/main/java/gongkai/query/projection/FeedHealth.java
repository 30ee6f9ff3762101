package gongkai.query.projection;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** A feed that has stopped makes the service unhealthy: its answers no longer move. */
@Component
class FeedHealth extends AbstractHealthIndicator {

    private final ConcurrentMessageListenerContainer<String, byte[]> feed;

    FeedHealth(ConcurrentMessageListenerContainer<String, byte[]> feed) {
        this.feed = feed;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (feed.isRunning()) {
            health.up();
        } else {
            health.down();
        }
    }
}
