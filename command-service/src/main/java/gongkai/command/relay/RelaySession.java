package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.LedgerReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one relay publishes in its turn, in transactions; ends with its first failure. */
final class RelaySession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelaySession.class);

    static final int PAGE = 500;

    /** No more in one transaction: readers get it whole, and the turn must outlast it. */
    private static final int ENOUGH_BYTES = 8 << 20;

    private final Admin admin;
    private final RelayProducer producer;
    private final RelayTurn turn;
    private final EventTopic topic;
    private final RelayTrace trace;
    private final long[] ends = new long[EventTopic.PARTITIONS];
    private long next;

    private RelaySession(Admin admin, RelayProducer producer, RelayTurn turn, EventTopic topic, RelayTrace trace) {
        this.admin = admin;
        this.producer = producer;
        this.turn = turn;
        this.topic = topic;
        this.trace = trace;
    }

    /** @throws UnfitTopicException when nothing may be published to the topic as it is */
    static RelaySession open(BrokerAccess broker, RelayTurn turn, RelayTrace trace)
            throws InterruptedException, ExecutionException {
        var admin = Admin.create(broker.with(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG,
                "gongkai-relay",
                // Otherwise it looks for a broker that is away thousands of times a second.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000)));
        RelayProducer producer = null;
        try {
            var topic = EventTopic.open(admin);
            producer = new RelayProducer(broker);
            var session = new RelaySession(admin, producer, turn, topic, trace);
            session.begin();
            return session;
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            close(admin, producer);
            throw e;
        }
    }

    /** The place is read when nobody else can publish any more, and only if it is still this relay's turn. */
    private void begin() throws InterruptedException, ExecutionException {
        producer.fenceOthers();
        var place = turn.place();
        var found = topic.ends();
        if (!place.isKeptBy(topic.id(), found)) {
            if (place.next() > 0) {
                LOG.warn("The topic {} lacks what was published; it is filled again from the ledger", EventTopic.NAME);
            }
            place = Place.atTheBeginningOf(topic.id());
            turn.moveTo(place);
        }
        next = place.next();
        for (int i = 0; i < found.size(); i++) {
            ends[i] = found.get(i);
        }
        LOG.info("The relay publishes from position {}", next);
    }

    /**
     * Publishes what comes next, in one transaction. While the broker takes a page the next one is read.
     *
     * @return how many records were published; 0: the topic has everything
     */
    int publish(LedgerReader ledger) throws InterruptedException, ExecutionException {
        var page = ledger.read(next, PAGE);
        if (page.isEmpty()) {
            return 0;
        }
        var sent = new ArrayList<Future<RecordMetadata>>();
        var traced = new ArrayList<RelayTrace.Publication>();
        long bytes = 0;
        producer.begin();
        while (!page.isEmpty()) {
            next = page.getLast().position() + 1;
            var publication = trace.begin(page.getFirst().position(), next);
            traced.add(publication);
            for (var record : page) {
                sent.add(producer.send(record, publication.traceparent(record.position())));
                bytes += record.bytes().length;
            }
            page = page.size() == PAGE && bytes < ENOUGH_BYTES ? ledger.read(next, PAGE) : List.of();
        }
        producer.flush();
        for (var it : sent) {
            var at = it.get();
            ends[at.partition()] = Math.max(ends[at.partition()], at.offset() + 1);
        }
        check();
        producer.commit();
        turn.moveTo(new Place(next, topic.id(), Arrays.stream(ends).boxed().toList()));
        traced.forEach(RelayTrace.Publication::stands);
        return sent.size();
    }

    /** Whether it is still this relay's turn and the topic the same: what went into another must not stand there alone. */
    void check() throws InterruptedException, ExecutionException {
        turn.prolong();
        topic.requireSame();
    }

    @Override
    public void close() {
        close(admin, producer);
    }

    private static void close(Admin admin, @Nullable RelayProducer producer) {
        if (producer != null) {
            producer.close();
        }
        admin.close(Duration.ofSeconds(2));
    }
}
