package gongkai.bench.contender;

import java.util.Map;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Axon's JPA engine on Hibernate, as well as it goes: bytea, sequences by fifty, batched statements. */
public final class StockJpa {

    private StockJpa() {}

    public static StockEngine on(Database database, int connections) {
        var pool = database.pool(connections);
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName("stock");
        factory.setDataSource(pool);
        factory.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa", "org.axonframework.eventhandling");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.dialect", ByteaDialect.class.getName(),
                "hibernate.hbm2ddl.auto", "update",
                "hibernate.id.optimizer.pooled.preferred", "pooled-lo",
                "hibernate.jdbc.batch_size", "50",
                "hibernate.order_inserts", "true",
                "hibernate.connection.provider_disables_autocommit", "false"));
        factory.afterPropertiesSet();
        var entities = factory.getObject();
        if (entities == null) {
            throw new IllegalStateException("Hibernate did not start");
        }
        var transactions = new SpringTransactionManager(new JpaTransactionManager(entities));
        var storage = JpaEventStorageEngine.builder()
                .entityManagerProvider(
                        new SimpleEntityManagerProvider(SharedEntityManagerCreator.createSharedEntityManager(entities)))
                .transactionManager(transactions)
                .eventSerializer(StockEngine.serializer())
                .snapshotSerializer(StockEngine.serializer())
                .explicitFlush(true)
                .build();
        return new StockEngine("Axon JPA", storage, transactions, () -> {
            factory.destroy();
            pool.close();
        });
    }
}
