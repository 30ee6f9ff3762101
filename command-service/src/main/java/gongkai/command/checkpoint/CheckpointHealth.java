package gongkai.command.checkpoint;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A ledger that is not what was signed before makes the service DEGRADED: it reads and writes, and signs no more. */
@Component
class CheckpointHealth extends AbstractHealthIndicator {

    private final CheckpointSchedule schedule;

    CheckpointHealth(CheckpointSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var unsigned = schedule.unsigned();
        if (unsigned.isEmpty()) {
            health.up();
        } else {
            health.status("DEGRADED");
        }
        unsigned.forEach(health::withDetail);
    }
}
