package gongkai.query.feed;

import gongkai.broker.BrokerAccess;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
@Import(BrokerAccess.class)
class FeedConfiguration {

    static final String TOPIC = "gongkai.events";

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> feedContainer(
            Feed feed, BrokerAccess broker, @Value("${gongkai.query.instance}") String instance) {
        return container("feed", TOPIC, "gongkai-projector", feed, broker, instance);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> checkpointContainer(
            CheckpointFeed feed, BrokerAccess broker, @Value("${gongkai.query.instance}") String instance) {
        return container("checkpoints", CheckpointFeed.TOPIC, "gongkai-checkpoint-check", feed, broker, instance);
    }

    /** What time can heal, a database that is away for one, is tried again without end. */
    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String name, String topic, String group, Object listener, BrokerAccess broker, String instance) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(new SecondAsking());
        properties.setMissingTopicsFatal(false);
        properties.setSyncCommits(false); // the places that count are in the database already
        var consumers = new DefaultKafkaConsumerFactory<>(
                consumer(broker, instance), new StringDeserializer(), new ByteArrayDeserializer());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(name);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static Map<String, Object> consumer(BrokerAccess broker, String instance) {
        return broker.with(Map.of(
                // A named member that was killed and comes back is let in at once.
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                instance,
                // The relay publishes in transactions.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                2_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000));
    }
}
