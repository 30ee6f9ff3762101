package gongkai.bench.stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.bench.contender.ByteaDialect;
import gongkai.embedded.PostgresServer;
import gongkai.event.ObligationEvent.ObligationAssigned;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.jpa.JpaTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** The same views as Axon's guide has them: a pooled streaming processor and entities, all in JPA. */
final class StockProjection implements AutoCloseable {

    private static final int CONNECTIONS = 20;
    private static final int BATCH_OF_APPENDS = 1_000;

    private final HikariDataSource pool;
    private final LocalContainerEntityManagerFactoryBean factory;
    private final EntityManager entities;
    private final SpringTransactionManager transactions;
    private final JpaEventStorageEngine storage;
    private final SimpleEntityManagerProvider provider;
    private final int batch;
    private final AtomicLong handled = new AtomicLong();

    private StockProjection(HikariDataSource pool, LocalContainerEntityManagerFactoryBean factory, int batch) {
        this.pool = pool;
        this.factory = factory;
        this.batch = batch;
        EntityManagerFactory made = Objects.requireNonNull(factory.getObject());
        entities = SharedEntityManagerCreator.createSharedEntityManager(made);
        provider = new SimpleEntityManagerProvider(entities);
        transactions = new SpringTransactionManager(new JpaTransactionManager(made));
        storage = JpaEventStorageEngine.builder()
                .entityManagerProvider(provider)
                .transactionManager(transactions)
                .eventSerializer(Wire.serializer())
                .snapshotSerializer(Wire.serializer())
                .build();
    }

    static StockProjection on(PostgresServer postgres, String database, int batch) {
        postgres.createDatabase(database);
        var settings = new HikariConfig();
        settings.setJdbcUrl(postgres.jdbcUrl(database));
        settings.setUsername(postgres.user());
        settings.setPassword(postgres.password());
        settings.setMaximumPoolSize(CONNECTIONS);
        var pool = new HikariDataSource(settings);
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName("projection");
        factory.setDataSource(pool);
        factory.setPackagesToScan(
                "org.axonframework.eventsourcing.eventstore.jpa",
                "org.axonframework.eventhandling",
                "gongkai.bench.stream");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.dialect", ByteaDialect.class.getName(),
                "hibernate.hbm2ddl.auto", "update",
                "hibernate.id.optimizer.pooled.preferred", "pooled-lo",
                "hibernate.jdbc.batch_size", "50",
                "hibernate.order_inserts", "true"));
        factory.afterPropertiesSet();
        return new StockProjection(pool, factory, batch);
    }

    /** The same events, appended a thousand at a time; this is not measured. */
    void fill(long events) {
        for (long first = 0; first < events; first += BATCH_OF_APPENDS) {
            List<DomainEventMessage<?>> page = new ArrayList<>();
            for (long position = first; position < Math.min(events, first + BATCH_OF_APPENDS); position++) {
                var record = Log.at(position);
                page.add(new GenericDomainEventMessage<>(
                        "Obligation", record.subject(), record.sequence(), Wire.Happened.of(record)));
            }
            transactions.executeInTransaction(() -> storage.appendEvents(page));
        }
    }

    /** From the tail until the last event is handled. */
    Duration rebuild(long events) throws InterruptedException {
        Configuration axon = configuration();
        long begin = System.nanoTime();
        axon.start();
        while (handled.get() < events) {
            Thread.sleep(5);
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        axon.shutdown();
        return took;
    }

    private Configuration configuration() {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(_ -> transactions)
                .configureEventSerializer(_ -> Wire.serializer())
                .configureSerializer(_ -> Wire.serializer())
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(storage).build());
        configurer.eventProcessing(processing -> processing
                .registerTokenStore(_ -> JpaTokenStore.builder()
                        .entityManagerProvider(provider)
                        .serializer(Wire.serializer())
                        .build())
                .registerEventHandler(_ -> new Handler())
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration(
                        (_, it) -> it.batchSize(batch).initialToken(source -> source.createTailToken())));
        return configurer.buildConfiguration();
    }

    /** What the obligation view does, the JPA way. */
    private final class Handler {

        @EventHandler
        @SuppressWarnings("UnusedMethod") // called by Axon
        void on(Wire.Happened it) {
            if (it.event() instanceof ObligationAssigned assigned) {
                entities.merge(new ObligationRow(assigned.obligation(), it.ledger()));
                entities.merge(new UnitObligationRow(assigned.assignment().unit() + "/" + assigned.obligation()));
            }
            handled.incrementAndGet();
        }
    }

    @Override
    public void close() {
        factory.destroy();
        pool.close();
    }
}
