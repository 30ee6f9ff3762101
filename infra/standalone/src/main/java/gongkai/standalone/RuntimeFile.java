package gongkai.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells other programs where everything is; there only while everything is. */
record RuntimeFile(Path path) implements AutoCloseable {
    /** Gets tokens at the endpoint with the grant client_credentials. */
    record Client(String id, String secret, List<String> roles, List<String> jurisdictions, List<String> units) {}

    record Content(
            String queryUrl,
            String commandUrl,
            String queryMetricsUrl,
            String commandMetricsUrl,
            String jdbcUrl,
            String jdbcUser,
            String jdbcPassword,
            String kafka,
            String issuer,
            Optional<String> tokenEndpoint,
            List<Client> clients,
            Map<String, Long> pids) {}

    /** Removes the one that a killed process left behind. */
    static RuntimeFile absent(Path directory) throws IOException {
        Path path = directory.resolve("runtime.json");
        Files.deleteIfExists(path);
        return new RuntimeFile(path);
    }

    void write(Content content) throws IOException {
        AtomicFile.write(path, content);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
