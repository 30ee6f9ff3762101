package gongkai.command.relay;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One idempotent producer and what it was able to publish; ends with its first failure. */
final class RelaySession implements AutoCloseable {

    private static final int PAGE = 500;

    private final KafkaProducer<String, byte[]> producer;

    private RelaySession(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG, "gongkai-relay",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Opens sessions with the broker. */
    @FunctionalInterface
    interface Opener {
        RelaySession open() throws InterruptedException, ExecutionException;
    }

    /** Makes sure of the topic first; a topic that lost its records is filled again from the ledger. */
    static Opener opener(String bootstrapServers, RelayPlace place) {
        return () -> {
            try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
                EventTopic.create(admin);
                if (EventTopic.written(admin) < place.next()) {
                    place.moveTo(0);
                }
            }
            return new RelaySession(bootstrapServers);
        };
    }

    /**
     * Sends what comes next and waits until all of it is acknowledged.
     *
     * @return how many records were published; 0: the topic has everything
     */
    int publishPage(Ledger ledger, RelayPlace place) throws InterruptedException, ExecutionException {
        var page = ledger.read(place.next(), PAGE);
        var sends = page.stream()
                .map(it -> producer.send(new ProducerRecord<>(EventTopic.NAME, it.ledger(), it.bytes())))
                .toList();
        producer.flush();
        int acknowledged = 0;
        try {
            for (var send : sends) {
                send.get();
                acknowledged++;
            }
        } finally {
            movePlace(page, acknowledged, place);
        }
        return acknowledged;
    }

    private static void movePlace(List<StoredRecord> page, int acknowledged, RelayPlace place) {
        if (acknowledged > 0) {
            place.moveTo(page.get(acknowledged - 1).position() + 1);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
