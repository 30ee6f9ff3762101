package gongkai.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAccessTest {

    @Test
    void the_file_says_how_to_reach_the_broker_and_never_changes_what_a_client_promises(@TempDir Path directory)
            throws IOException {
        var file = Files.writeString(
                directory.resolve("kafka.properties"), "security.protocol=SSL\nacks=0\nbootstrap.servers=other:1\n");

        assertThat(new BrokerAccess("kafka:9092", file.toString()).with(Map.of("acks", "all")))
                .isEqualTo(Map.of("bootstrap.servers", "kafka:9092", "security.protocol", "SSL", "acks", "all"));
    }

    @Test
    void a_file_that_is_not_there_is_told_and_not_passed_over() {
        assertThatThrownBy(() -> new BrokerAccess("kafka:9092", "/nowhere/kafka.properties"))
                .hasMessageContaining("gongkai.kafka-settings")
                .hasMessageContaining("/nowhere/kafka.properties");
    }
}
