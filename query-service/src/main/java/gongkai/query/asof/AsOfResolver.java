package gongkai.query.asof;

import gongkai.http.ProblemException;
import gongkai.query.projection.Arrivals;
import gongkai.query.record.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Resolves what a request says about time, once, so that a whole answer speaks of the same state. */
@Component
public class AsOfResolver {

    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    private static final Pattern POSITION = Pattern.compile("position:(\\d{1,18})");

    private final RecordStore records;
    private final Arrivals arrivals;
    private final InstantSource clock;

    AsOfResolver(RecordStore records, Arrivals arrivals, InstantSource clock) {
        this.records = records;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** @throws ProblemException when a moment cannot be read, or {@code minPosition} is not here in time */
    public AnsweredAsOf resolve(AsOfQuery query) {
        awaitPosition(query);
        var now = clock.instant();
        var at = query.at() == null ? now : Moments.parse("at", query.at(), now);
        if (query.known() == null) {
            return AnsweredAsOf.of(at, now, newest());
        }
        var position = POSITION.matcher(query.known());
        if (position.matches()) {
            return upTo(Long.parseLong(position.group(1)), at);
        }
        var known = Moments.parse("known", query.known(), now);
        return AnsweredAsOf.of(at, known, records.lastPositionRecordedBy(known).orElse(-1));
    }

    /** The moment of the position's record stands for it, so that the same question has the same answer for ever. */
    private AnsweredAsOf upTo(long position, Instant at) {
        return records.recordedAt(position)
                .map(recordedAt -> AnsweredAsOf.of(at, recordedAt, position))
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.TIME_IN_FUTURE,
                        "«known» is position:%d, but the newest position here is %d.".formatted(position, newest()),
                        Map.of("field", "known")));
    }

    private long newest() {
        return records.lastPosition().orElse(-1);
    }

    private void awaitPosition(AsOfQuery query) {
        var position = query.minPosition();
        if (position == null) {
            return;
        }
        try {
            if (!arrivals.await(position, () -> records.has(position), BRIEFLY)) {
                throw new ProblemException(
                                QueryProblem.POSITION_NOT_REACHED,
                                "Position %d has not been applied within %d seconds; ask again shortly."
                                        .formatted(position, BRIEFLY.toSeconds()),
                                Map.of("field", "minPosition"))
                        .retryAfter(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for position " + position, e);
        }
    }
}
