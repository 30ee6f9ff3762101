package gongkai.query.projection;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A parked view makes the service DEGRADED: what is asked of that view no longer moves, everything else does. */
@Component
class ViewHealth extends AbstractHealthIndicator {

    private final Parking parking;

    ViewHealth(Parking parking) {
        this.parking = parking;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var parked = parking.all();
        if (parked.isEmpty()) {
            health.up();
        } else {
            health.status("DEGRADED");
        }
        parked.values()
                .forEach(it -> health.withDetail(
                        it.view(),
                        "parked before position %d (ledger %s, leaf %d) since %s: %s"
                                .formatted(it.position(), it.ledger(), it.leaf(), it.since(), it.error())));
    }
}
