package gongkai.query.agreement;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A ledger that contradicts itself makes the service unhealthy: its answers may be wrong. */
@Component
class AgreementHealth extends AbstractHealthIndicator {

    private final Agreements agreements;

    AgreementHealth(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var wrong = agreements.wrong();
        if (wrong.isEmpty()) {
            health.up();
        } else {
            health.down();
        }
        wrong.forEach(health::withDetail);
    }
}
