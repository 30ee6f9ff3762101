package gongkai.command.metrics;

import gongkai.command.ledger.commit.CommitObserver;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How long appends take, how many records go together, and how much waits. */
@Component
final class CommitMetrics implements CommitObserver {

    private static final Duration[] BUCKETS = IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Timer standing;
    private final Timer failed;
    private final DistributionSummary batch;
    private final AtomicLong waiting = new AtomicLong();

    CommitMetrics(MeterRegistry meters) {
        standing = append(meters, "stands");
        failed = append(meters, "failed");
        batch = DistributionSummary.builder("gongkai.ledger.batch")
                .description("Records that one statement appended")
                .baseUnit("records")
                .serviceLevelObjectives(1, 4, 16, 64, 256, 1_024)
                .register(meters);
        Gauge.builder("gongkai.ledger.waiting", waiting, AtomicLong::get)
                .description("What waits to be appended; beyond 64 MiB requests are refused with LEDGER_BUSY")
                .baseUnit("bytes")
                .register(meters);
    }

    private static Timer append(MeterRegistry meters, String outcome) {
        return Timer.builder("gongkai.ledger.append")
                .description("From handing events to the ledger until they stand durably, or fail")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    @Override
    public void waiting(int bytes) {
        waiting.addAndGet(bytes);
    }

    @Override
    public void answered(int bytes, long nanos, boolean stands) {
        waiting.addAndGet(-bytes);
        (stands ? standing : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void written(int records) {
        batch.record(records);
    }
}
