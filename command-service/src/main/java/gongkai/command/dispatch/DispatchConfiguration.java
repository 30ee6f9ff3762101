package gongkai.command.dispatch;

import gongkai.command.domain.Command;
import gongkai.command.ledger.Ledger;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds Axon by hand: no auto-configuration, no serializer of its own, no call to anywhere. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    static {
        // Axon has no other switch for its look-up of newer versions on the internet.
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            Ledger ledger,
            @Value("${gongkai.command.cached-streams}") long cachedStreams,
            @Value("${gongkai.command.snapshot-every}") int snapshotEvery) {
        return axonOn(ledger, cachedStreams, snapshotEvery);
    }

    static org.axonframework.config.Configuration axonOn(Ledger ledger, long cachedStreams, int snapshotEvery) {
        var snapshotting = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("snapshot-", 0).factory());
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> new LedgerStorageEngine(ledger, new Snapshots(ledger)))
                .registerComponent(Snapshotter.class, it -> snapshotter(it, snapshotting))
                .registerComponent(
                        SnapshotTriggerDefinition.class,
                        it -> new EventCountSnapshotTriggerDefinition(it.snapshotter(), snapshotEvery))
                .configureCommandBus(_ -> commandBus())
                .configureAggregate(aggregate(JurisdictionAggregate.class, JurisdictionAggregate::new, cachedStreams))
                .configureAggregate(aggregate(PlanAggregate.class, PlanAggregate::new, cachedStreams))
                .configureAggregate(aggregate(ObligationAggregate.class, ObligationAggregate::new, cachedStreams));
        configurer.onShutdown(snapshotting::close);
        return configurer.buildConfiguration();
    }

    /** Reads a stream again, beside the commands, once the events that it counted are in the ledger. */
    private static Snapshotter snapshotter(org.axonframework.config.Configuration axon, Executor executor) {
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .executor(executor)
                .repositoryProvider(axon::repository)
                .aggregateFactories(
                        axon.aggregateFactory(JurisdictionAggregate.class),
                        axon.aggregateFactory(PlanAggregate.class),
                        axon.aggregateFactory(ObligationAggregate.class))
                .build();
    }

    /** The actor of a command is the actor of its events. */
    private static CommandBus commandBus() {
        var bus = SimpleCommandBus.builder().build();
        var _ = bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(List.of(new SimpleCorrelationDataProvider(Dispatcher.ACTOR))));
        return bus;
    }

    @Bean
    Dispatcher dispatcher(org.axonframework.config.Configuration axon, Ledger ledger) {
        return new Dispatcher(axon.commandBus(), new Policies(ledger), ledger);
    }

    @Bean
    Streams streams(Ledger ledger) {
        return new Streams(ledger);
    }

    private static <A extends DeciderAggregate<?, ?, ?>> AggregateConfigurer<A> aggregate(
            Class<A> type, Function<String, A> create, long cachedStreams) {
        // A cache of its own: by an id of another kind it would be given the other kind's stream.
        var cache = new StreamCache(cachedStreams);
        return AggregateConfigurer.defaultConfiguration(type)
                .configureAggregateFactory(_ -> new StreamFactory<>(type, create))
                .configureCreationPolicyAggregateFactory(_ -> subject -> create.apply(String.valueOf(subject)))
                .configureCache(_ -> cache)
                .configureSnapshotTrigger(it -> it.getComponent(SnapshotTriggerDefinition.class))
                .configureCommandTargetResolver(_ -> DispatchConfiguration::targetOf);
    }

    private static VersionedAggregateIdentifier targetOf(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).subject(), null);
    }

    /** A stream's shell before its first event. */
    private record StreamFactory<A>(Class<A> type, Function<String, A> create) implements AggregateFactory<A> {

        @Override
        public A createAggregateRoot(String subject, DomainEventMessage<?> firstEvent) {
            return create.apply(subject);
        }

        @Override
        public Class<A> getAggregateType() {
            return type;
        }
    }
}
