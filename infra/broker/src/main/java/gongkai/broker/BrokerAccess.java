package gongkai.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * What all Kafka clients of a service have in common: the broker's address, and the operator's file of client settings in
 * Kafka's own words ({@code security.protocol}, {@code ssl.…}, {@code sasl.…}), which Kafka's own programs take as well.
 */
public final class BrokerAccess {

    private static final String ADDRESS = "bootstrap.servers";

    private final Map<String, Object> common = new HashMap<>();

    /** @param file a properties file; empty: the broker asks for neither TLS nor identity */
    @Autowired
    public BrokerAccess(@Value("${gongkai.kafka}") String address, @Value("${gongkai.kafka-settings}") String file) {
        if (!file.isBlank()) {
            read(Path.of(file)).forEach((name, value) -> common.put((String) name, value));
        }
        common.put(ADDRESS, address);
    }

    private static Properties read(Path file) {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "gongkai.kafka-settings names %s, which cannot be read (%s): put the clients' settings there."
                            .formatted(file, e.getMessage()),
                    e);
        }
        return settings;
    }

    /** @param own of one client; what it promises by them (its acks, its isolation) no file can take back */
    public Map<String, Object> with(Map<String, ?> own) {
        var all = new HashMap<>(common);
        all.putAll(own);
        return all;
    }
}
