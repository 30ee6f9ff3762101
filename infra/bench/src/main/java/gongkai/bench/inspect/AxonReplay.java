package gongkai.bench.inspect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.embedded.PostgresServer;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.record.EventRecord;
import gongkai.status.AsOf;
import gongkai.status.Known;
import gongkai.status.Look;
import gongkai.status.ObligationFacts;
import gongkai.status.StatusRule;
import gongkai.time.TimeLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What Axon has for a question about the past: read the sequenced events up to the moment, fold, and ask the same rule. */
final class AxonReplay implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final HikariDataSource pool;
    private final SpringTransactionManager transactions;
    private final JdbcEventStorageEngine storage;
    private final List<DomainEventMessage<?>> pending = new ArrayList<>();

    private AxonReplay(HikariDataSource pool) {
        this.pool = pool;
        transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        storage = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                .transactionManager(transactions)
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .batchSize(BATCH)
                .build();
        storage.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    static AxonReplay on(PostgresServer postgres) {
        postgres.createDatabase("axon_replay");
        var settings = new HikariConfig();
        settings.setJdbcUrl(postgres.jdbcUrl("axon_replay"));
        settings.setUsername(postgres.user());
        settings.setPassword(postgres.password());
        settings.setMaximumPoolSize(4);
        return new AxonReplay(new HikariDataSource(settings));
    }

    /** An event as stock Axon stores it, with the place that ours has, so that both stop at the same one. */
    record Happened(long position, ObligationEvent event) {}

    private static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(it ->
                        it.addMixIn(ObligationEvent.class, EventName.class).addMixIn(TimeLimit.class, LimitName.class))
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(ObligationAssigned.class),
        @JsonSubTypes.Type(PublicationRecorded.class),
        @JsonSubTypes.Type(PublicationRetracted.class),
        @JsonSubTypes.Type(ObligationExtended.class),
        @JsonSubTypes.Type(CaseAccepted.class),
        @JsonSubTypes.Type(ResponseRecorded.class)
    })
    private interface EventName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(TimeLimit.FixedDate.class),
        @JsonSubTypes.Type(TimeLimit.Recurring.class),
        @JsonSubTypes.Type(TimeLimit.AfterTrigger.class),
        @JsonSubTypes.Type(TimeLimit.Ongoing.class)
    })
    private interface LimitName {}

    void take(EventRecord record) {
        if (record.event() instanceof ObligationEvent event) {
            pending.add(new GenericDomainEventMessage<>(
                    "Obligation", record.subject(), record.sequence(), new Happened(record.position(), event)));
            if (pending.size() == BATCH) {
                flush();
            }
        }
    }

    void flush() {
        if (!pending.isEmpty()) {
            transactions.executeInTransaction(() -> storage.appendEvents(pending));
            pending.clear();
        }
    }

    /** How each obligation looked, in no particular order. */
    List<Look> looks(StatusRule rule, Instant at, long position) {
        Map<String, List<Known<ObligationEvent>>> histories = new HashMap<>();
        try (var events = storage.readEvents(null, false)) {
            events.takeWhile(it -> ((Happened) it.getPayload()).position() <= position)
                    .forEach(it -> {
                        var happened = (Happened) it.getPayload();
                        histories
                                .computeIfAbsent(
                                        ((DomainEventMessage<?>) it).getAggregateIdentifier(), _ -> new ArrayList<>())
                                .add(new Known<>(happened.position(), happened.event()));
                    });
        }
        return histories.values().stream()
                .map(it -> rule.lookAt(new ObligationFacts(it), new AsOf(at, position)))
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }
}
