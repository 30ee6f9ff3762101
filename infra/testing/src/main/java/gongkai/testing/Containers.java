package gongkai.testing;

import gongkai.embedded.KafkaSettings;
import gongkai.embedded.PostgresSettings;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers in containers, with the settings of the embedded ones; the images' names are properties. */
final class Containers {
    private Containers() {}

    static TestPostgres postgres() {
        var container = new PostgreSQLContainer(image("gongkai.test.postgres-image", "postgres"))
                .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresSettings.INITIAL))
                // Testcontainers' own command turns fsync off.
                .withCommand(Stream.concat(
                                Stream.of("postgres"),
                                PostgresSettings.EVERYWHERE.entrySet().stream()
                                        .flatMap(it -> Stream.of("-c", it.getKey() + "=" + it.getValue())))
                        .toArray(String[]::new));
        container.start();
        var server = "jdbc:postgresql://%s:%d/"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        return new TestPostgres(server, container.getUsername(), container.getPassword(), container::stop);
    }

    static TestKafka kafka() {
        var container = new KafkaContainer(image("gongkai.test.kafka-image", "apache/kafka"));
        // Both this image and the official one turn KAFKA_A_B into a.b.
        KafkaSettings.ALONE.forEach((name, value) ->
                container.addEnv("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        container.start();
        return new TestKafka(container.getBootstrapServers(), container::stop);
    }

    private static DockerImageName image(String property, String official) {
        return DockerImageName.parse(System.getProperty(property, official)).asCompatibleSubstituteFor(official);
    }
}
