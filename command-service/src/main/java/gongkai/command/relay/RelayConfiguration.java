package gongkai.command.relay;

import gongkai.command.ledger.Ledger;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    Relay relay(Ledger ledger, JdbcClient jdbc, @Value("${gongkai.kafka}") String bootstrapServers) {
        var processAndHost = ManagementFactory.getRuntimeMXBean().getName();
        return new Relay(ledger, new RelayPlace(jdbc), bootstrapServers, processAndHost);
    }

    @Bean
    RelayHealth relayHealthIndicator(Relay relay) {
        return new RelayHealth(relay);
    }

    @Bean
    CheckpointTopic checkpointTopic(@Value("${gongkai.kafka}") String bootstrapServers) {
        return new CheckpointTopic(bootstrapServers);
    }

    @Bean
    ErasureTopic erasureTopic(@Value("${gongkai.kafka}") String bootstrapServers, InstantSource clock) {
        return new ErasureTopic(bootstrapServers, clock);
    }
}
