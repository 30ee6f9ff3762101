package gongkai.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path directory;

    @Test
    void keepsItsPasswordToItsOwner() throws Exception {
        try (PostgresServer server = PostgresServer.start(directory)) {
            Path file = directory.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.password()).hasSize(32).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void keepsWhatWasCommittedOverAnOrderlyStop() throws SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            write(server);
        }
        assertKept();
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws SQLException {
        CompletableFuture<String> ended = new CompletableFuture<>();
        PostgresServer orphan = PostgresServer.start(directory);
        orphan.onEnd(() -> ended.complete("ended"));
        write(orphan);
        assertKept();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void recoversFromItsOwnSuddenEnd() throws SQLException {
        PostgresServer killed = PostgresServer.start(directory);
        write(killed);
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        assertKept();
    }

    @Test
    void ignoresAPidFileThatNamesAnotherProgram() throws Exception {
        try (PostgresServer server = PostgresServer.start(directory)) {
            write(server);
        }
        long stranger = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("cluster/postmaster.pid"), stranger + "\n/elsewhere\n");
        assertKept();
    }

    @Test
    void saysWhyItDidNotStart() throws Exception {
        PostgresServer.start(directory).close();
        Files.writeString(directory.resolve("cluster/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> PostgresServer.start(directory))
                .hasMessage("PostgreSQL did not start: database files are incompatible with server");
    }

    private static void write(PostgresServer server) throws SQLException {
        server.createDatabase("test");
        Query.execute(server, "CREATE TABLE kept AS SELECT '平利县' AS name");
    }

    private void assertKept() throws SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            server.createDatabase("test");
            assertThat(Query.value(server, "SELECT name FROM kept")).isEqualTo("平利县");
        }
    }
}
