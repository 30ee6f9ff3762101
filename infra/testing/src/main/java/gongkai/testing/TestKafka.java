package gongkai.testing;

import gongkai.embedded.KafkaBroker;
import java.nio.file.Path;

/** A Kafka broker of a test's own, set up like the one of standalone. */
public record TestKafka(String bootstrapServers, Runnable stop) implements AutoCloseable {

    /** @param directory where an embedded broker keeps its log; a container keeps it in itself */
    public static TestKafka start(Path directory) {
        return switch (Servers.chosen()) {
            case EMBEDDED -> embedded(KafkaBroker.start(directory));
            case CONTAINERS -> Containers.kafka();
        };
    }

    private static TestKafka embedded(KafkaBroker broker) {
        return new TestKafka(broker.bootstrapServers(), broker::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
