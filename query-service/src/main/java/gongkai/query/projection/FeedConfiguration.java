package gongkai.query.projection;

import gongkai.record.MalformedRecordException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.CommonDelegatingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    private static final String TOPIC = "gongkai.events";

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> feedContainer(
            Feed feed,
            @Value("${gongkai.kafka}") String bootstrapServers,
            @Value("${gongkai.query.instance}") String instance) {
        var properties = new ContainerProperties(TOPIC);
        properties.setGroupId("gongkai-projector");
        properties.setMessageListener(feed);
        properties.setMissingTopicsFatal(false);
        var consumers = new DefaultKafkaConsumerFactory<>(
                consumer(bootstrapServers, instance), new StringDeserializer(), new ByteArrayDeserializer());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("feed");
        container.setCommonErrorHandler(errorHandler());
        return container;
    }

    private static Map<String, Object> consumer(String bootstrapServers, String instance) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // A named member that was killed and comes back is let in at once.
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                instance,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // What a relay sent and did not commit may have holes (ADR 0019).
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                2_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
    }

    /** What time can heal is tried again without end; what it cannot stops the feed, loudly. */
    private static CommonDelegatingErrorHandler errorHandler() {
        var handler = new CommonDelegatingErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        handler.setErrorHandlers(Map.of(
                LedgerGapException.class, new CommonContainerStoppingErrorHandler(),
                MalformedRecordException.class, new CommonContainerStoppingErrorHandler()));
        return handler;
    }
}
