package gongkai.command.witness;

import gongkai.command.ledger.LedgerReader;
import gongkai.command.witness.WitnessStanding.State;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A witness that lags is told; one that cosigned another history makes the service DEGRADED. */
@Component
class WitnessHealth extends AbstractHealthIndicator {

    private final Witnesses witnesses;
    private final LedgerReader ledger;

    WitnessHealth(Witnesses witnesses, LedgerReader ledger) {
        this.witnesses = witnesses;
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var sizes = ledger.sizes();
        health.up();
        for (var link : witnesses.links()) {
            var told = new TreeMap<String, String>();
            link.standings().forEach((code, it) -> {
                told.put(code, it.told(sizes.getOrDefault(code, 0L)));
                if (it.state() == State.CONTRADICTS) {
                    health.status("DEGRADED");
                }
            });
            health.withDetail(link.name(), told);
        }
    }
}
