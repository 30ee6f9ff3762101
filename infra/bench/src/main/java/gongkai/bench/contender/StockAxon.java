package gongkai.bench.contender;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;

/** Axon as its guide sets it up, on one of its own storage engines, with a transaction a command. */
public final class StockAxon implements Contender {

    private final String name;
    private final Work work;
    private final StockEngine engine;
    private final Configuration axon;
    private final CommandGateway gateway;
    private final Cache cache;

    /** @param cache of aggregates; {@link NoCache} for none */
    public StockAxon(StockEngine engine, Work work, Cache cache) {
        this.name = "stock " + engine.name();
        this.work = work;
        this.engine = engine;
        this.cache = cache;
        var aggregate =
                AggregateConfigurer.defaultConfiguration(StockObligation.class).configureCache(_ -> cache);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(_ -> engine.transactions())
                .configureCommandBus(_ -> SimpleCommandBus.builder()
                        .transactionManager(engine.transactions())
                        .build())
                .configureEmbeddedEventStore(_ -> engine.storage())
                .configureAggregate(aggregate)
                .buildConfiguration();
        axon.start();
        gateway = DefaultCommandGateway.builder().commandBus(axon.commandBus()).build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void create(String subject) {
        gateway.sendAndWait(new StockObligation.Opening(subject, work.assign(subject)));
    }

    @Override
    public void change(String subject) {
        gateway.sendAndWait(new StockObligation.Order(subject, work.publish(subject)));
    }

    @Override
    public void load(String subject) {
        gateway.sendAndWait(new StockObligation.Order(subject, work.nothing(subject)));
    }

    @Override
    public void forget() {
        cache.removeAll();
    }

    @Override
    public void close() {
        axon.shutdown();
        engine.close();
    }
}
