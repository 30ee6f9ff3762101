package gongkai.query.notice.sweep;

import gongkai.query.notice.topic.EventTopic;
import gongkai.query.projection.Arrivals;
import gongkai.query.record.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Up to which moment everything is known here that others could know. Past it nobody is called late: the evidence may lie
 * on the topic already.
 */
@Component
class Frontier {

    private static final Duration BRIEFLY = Duration.ofSeconds(5);

    private final EventTopic topic;
    private final RecordStore records;
    private final Arrivals arrivals;
    private final InstantSource clock;

    Frontier(EventTopic topic, RecordStore records, Arrivals arrivals, InstantSource clock) {
        this.topic = topic;
        this.records = records;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Now, if all that is on the topic now arrives within moments; else empty. */
    Optional<Instant> reach() throws InterruptedException {
        var now = clock.instant();
        var newest = topic.newestPositions();
        return arrivals.await(() -> newest.stream().allMatch(records::has), BRIEFLY)
                ? Optional.of(now)
                : Optional.empty();
    }
}
