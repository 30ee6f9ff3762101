package gongkai.bench.contender;

import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's JDBC engine on its own table for PostgreSQL. */
public final class StockJdbc {

    private StockJdbc() {}

    public static StockEngine on(Database database, int connections) {
        var pool = database.pool(connections);
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        var storage = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                .transactionManager(transactions)
                .eventSerializer(StockEngine.serializer())
                .snapshotSerializer(StockEngine.serializer())
                .build();
        storage.createSchema(PostgresEventTableFactory.INSTANCE);
        return new StockEngine("Axon JDBC", storage, transactions, pool::close);
    }
}
