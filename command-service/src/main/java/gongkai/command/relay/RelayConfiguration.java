package gongkai.command.relay;

import gongkai.broker.BrokerAccess;
import gongkai.command.ledger.Ledger;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@Import(BrokerAccess.class)
class RelayConfiguration {

    @Bean
    Relay relay(Ledger ledger, JdbcClient jdbc, BrokerAccess broker, RelayTrace trace) {
        var processAndHost = ManagementFactory.getRuntimeMXBean().getName();
        return new Relay(ledger, new RelayPlace(jdbc), broker, processAndHost, trace);
    }

    @Bean
    RelayHealth relayHealthIndicator(Relay relay) {
        return new RelayHealth(relay);
    }

    @Bean
    CheckpointTopic checkpointTopic(BrokerAccess broker) {
        return new CheckpointTopic(broker);
    }

    @Bean
    ErasureTopic erasureTopic(BrokerAccess broker, InstantSource clock) {
        return new ErasureTopic(broker, clock);
    }
}
