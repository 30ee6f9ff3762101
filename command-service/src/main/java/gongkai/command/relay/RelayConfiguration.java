package gongkai.command.relay;

import gongkai.command.ledger.Ledger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    Relay relay(Ledger ledger, JdbcClient jdbc, @Value("${gongkai.kafka}") String bootstrapServers) {
        var place = new RelayPlace(jdbc);
        return new Relay(ledger, place, RelaySession.opener(bootstrapServers, place));
    }

    @Bean
    CheckpointTopic checkpointTopic(@Value("${gongkai.kafka}") String bootstrapServers) {
        return new CheckpointTopic(bootstrapServers);
    }
}
