package gongkai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker in this process, on the loopback; its log survives any end of this process. */
public final class KafkaBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    public static KafkaBroker start(Path directory) {
        try {
            return start(directory, FreePort.find());
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free: " + e.getMessage(), e);
        }
    }

    /** Where clients already look for it. */
    public static KafkaBroker start(Path directory, int port) {
        return start(directory, port, Map.of());
    }

    /** @param more settings of the broker; where it listens and keeps its log is not theirs to say */
    public static KafkaBroker start(Path directory, int port, Map<String, String> more) {
        try {
            Properties settings = KafkaSettings.of(KafkaStorage.open(directory), port, FreePort.find(), more);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server, "127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    /** Kafka ends its process when it cannot go on, by a full disk for one; here others live in it, and decide. */
    public static void onFatal(Consumer<String> decide) {
        Exit.Procedure procedure = (status, message) -> decide.accept(message == null ? "exit " + status : message);
        Exit.setHaltProcedure(procedure);
        Exit.setExitProcedure(procedure);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
