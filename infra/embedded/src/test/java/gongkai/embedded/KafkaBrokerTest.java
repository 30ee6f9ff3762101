package gongkai.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    private static final String TOPIC = "kept";

    @TempDir
    Path directory;

    @Test
    void keepsARecordOverARestart() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory)) {
            createTopic(broker);
            send(broker, "平利县");
        }
        try (KafkaBroker broker = KafkaBroker.start(directory)) {
            send(broker, "广佛镇");
            assertThat(readTwo(broker)).containsExactly("平利县", "广佛镇");
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory);
                Admin admin = Admin.create(settings(broker))) {
            assertThat(admin.listTopics().names().get()).isEmpty();
            assertThat(admin.describeCluster().nodes().get())
                    .allSatisfy(node -> assertThat(node.host()).isEqualTo("127.0.0.1"));
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(settings(broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> readTwo(KafkaBroker broker) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(broker), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            ArrayList<String> values = new ArrayList<>();
            while (values.size() < 2) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(found.value());
                }
            }
            return values;
        }
    }

    private static Map<String, Object> settings(KafkaBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
