package gongkai.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * A real Keycloak, unpacked by the build, with a realm of a county that knows our pages, two programs and an officer.
 *
 * @param secret of each program
 */
record Keycloak(Process process, Path output, String realm, String secret, String officersPassword)
        implements AutoCloseable {
    /** Its own classes are woven at the first start. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Keycloak start(Path directory) throws IOException {
        Path home = home();
        // What a run before left behind.
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Project.root().resolve("infra/e2e/src/test/resources/keycloak-realm.json"),
                home.resolve("data/import/gongkai.json"));
        int port = freePort();
        String secret = UUID.randomUUID().toString();
        String password = UUID.randomUUID().toString();
        Path output = Files.createDirectories(directory).resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "QUERY_SECRET",
                        secret,
                        "REGISTRAR_SECRET",
                        secret,
                        "OFFICER_PASSWORD",
                        password));
        Keycloak started =
                new Keycloak(builder.start(), output, "http://127.0.0.1:" + port + "/realms/gongkai", secret, password);
        try {
            await("Keycloak").atMost(PATIENCE).until(started::answers);
        } catch (RuntimeException | Error e) {
            started.close();
            throw new AssertionError("Keycloak did not start: " + Files.readString(output), e);
        }
        return started;
    }

    private static Path home() throws IOException {
        try (var unpacked = Files.list(Project.root().resolve("infra/e2e/target/keycloak"))) {
            return unpacked.filter(it -> it.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended");
        }
        try {
            URI discovery = URI.create(realm + "/.well-known/openid-configuration");
            return CLIENT.send(HttpRequest.newBuilder(discovery).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException _) {
            return false;
        }
    }

    /** An access token of one of the realm's programs. */
    String token(String client) {
        return Tokens.ask(realm + "/protocol/openid-connect/token", client, secret);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
