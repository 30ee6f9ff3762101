package gongkai.command.relay;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * How far the topic follows the log, for whoever watches this service. A lag alone is no fault here: writes are taken, and
 * the rest goes out in order. What keeps the relay from publishing makes the service DEGRADED, never DOWN, since another
 * instance would be kept from it as well.
 */
final class RelayHealth extends AbstractHealthIndicator {

    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var progress = relay.progress();
        health.withDetail("lag", progress.lag())
                .withDetail("nextPosition", progress.next())
                .withDetail("lastPosition", progress.last())
                .withDetail("active", progress.active());
        progress.holder().ifPresent(it -> health.withDetail("holder", it));
        progress.problem().ifPresent(it -> health.withDetail("problem", it));
        if (progress.problem().isEmpty()) {
            health.up();
        } else {
            health.status("DEGRADED");
        }
    }
}
