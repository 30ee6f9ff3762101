package gongkai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSettingsTest {
    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = PostgresServer.start(directory);
        server.createDatabase("test");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "max_connections, 100",
        "idle_in_transaction_session_timeout, 1min"
    })
    void runsDurablyAndForThisMachineOnly(String setting, String value) throws SQLException {
        assertThat(Query.value(server, "SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void asksForItsPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("test"), server.user(), "not the password"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void sortsChineseByCodePointAndKnowsItsLetters() throws SQLException {
        assertThat(Query.value(server, "SELECT string_agg(c, '' ORDER BY c) FROM unnest('{县,镇,Ä,a}'::text[]) c"))
                .isEqualTo("aÄ县镇");
        assertThat(Query.value(server, "SELECT lower('Ä')")).isEqualTo("ä");
    }
}
