package gongkai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RuntimeFileTest {
    private static final RuntimeFile.Content CONTENT = new RuntimeFile.Content(
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8081",
            "http://127.0.0.1:9080/metrics",
            "http://127.0.0.1:9081/metrics",
            "jdbc:postgresql://127.0.0.1:5432/gongkai_ledger",
            "gongkai",
            "secret",
            "127.0.0.1:9092",
            "http://127.0.0.1:8082",
            Optional.of("http://127.0.0.1:8082/oauth2/token"),
            List.of(new RuntimeFile.Client("auditor", "secret", List.of("auditor"), List.of("*"), List.of())),
            Map.of("standalone", 1L, "postgres", 2L));

    @TempDir
    Path directory;

    @Test
    void isThereOnlyBetweenReadyAndStop() throws IOException {
        Path path = directory.resolve("runtime.json");
        Files.writeString(path, "left by a killed process");
        try (RuntimeFile file = RuntimeFile.absent(directory)) {
            assertThat(path).doesNotExist();
            file.write(CONTENT);
            assertThat(path).exists();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (RuntimeFile file = RuntimeFile.absent(directory)) {
            file.write(CONTENT);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void hasTheKeysThatOtherProgramsRead() throws IOException {
        try (RuntimeFile file = RuntimeFile.absent(directory)) {
            file.write(CONTENT);
            JsonNode json = AtomicFile.read(file.path(), JsonNode.class);
            assertThat(json.propertyNames())
                    .containsExactlyInAnyOrder(
                            "queryUrl",
                            "commandUrl",
                            "queryMetricsUrl",
                            "commandMetricsUrl",
                            "jdbcUrl",
                            "jdbcUser",
                            "jdbcPassword",
                            "kafka",
                            "issuer",
                            "tokenEndpoint",
                            "clients",
                            "pids");
            assertThat(json.get("pids").get("postgres").asLong()).isEqualTo(2);
        }
    }
}
