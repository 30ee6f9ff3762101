package gongkai.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.embedded.KafkaSettings;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tests rely on, embedded or in containers: servers set up like those that keep data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestServersTest {

    private TestPostgres postgres;
    private TestKafka kafka;

    @BeforeAll
    void start(@TempDir Path directory) {
        postgres = TestPostgres.start(directory.resolve("postgres"));
        kafka = TestKafka.start(directory.resolve("kafka"));
    }

    @AfterAll
    void stop() {
        kafka.close();
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SHOW fsync, on",
        "SHOW synchronous_commit, on",
        "SHOW full_page_writes, on",
        "SHOW password_encryption, scram-sha-256",
        "SHOW server_encoding, UTF8",
        "SHOW max_connections, 100",
        "SHOW idle_in_transaction_session_timeout, 1min",
        "'SELECT string_agg(c, '''' ORDER BY c) FROM unnest(''{县,镇,Ä,a}''::text[]) c', aÄ县镇"
    })
    void the_database_flushes_what_it_confirms_and_sorts_by_code_point(String sql, String answer) throws Exception {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(answer);
        }
    }

    @Test
    void the_broker_has_the_settings_of_standalone_and_no_topic_that_nobody_asked_for() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var settings = requireNonNull(
                    admin.describeConfigs(List.of(broker)).all().get().get(broker));
            assertThat(KafkaSettings.ALONE)
                    .allSatisfy((name, value) ->
                            assertThat(settings.get(name).value()).as(name).isEqualTo(value));
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }
}
