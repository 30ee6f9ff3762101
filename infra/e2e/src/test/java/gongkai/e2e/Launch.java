package gongkai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a start is told: where the data lies, which ports, and the other settings by their names. */
record Launch(Path data, int queryPort, int commandPort, int issuerPort, Map<String, String> settings) {

    static Launch on(Path data, Map<String, String> settings) {
        try (ServerSocket query = loopback();
                ServerSocket command = loopback();
                ServerSocket issuer = loopback()) {
            return new Launch(data, query.getLocalPort(), command.getLocalPort(), issuer.getLocalPort(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path personKeys() {
        return data.resolveSibling(data.getFileName() + "-persons");
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** A JVM of its own, as infra/run starts it; nothing of the caller's settings gets through. */
    StandaloneProcess begin() throws IOException {
        Path output = Files.createTempFile(data.toAbsolutePath().getParent(), "out", ".txt");
        Path errors = Files.createTempFile(data.toAbsolutePath().getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Project.jvmOptions(),
                        "-cp",
                        Project.program() + "/*",
                        "gongkai.standalone.Standalone")
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GONGKAI_"));
        environment.putAll(settings);
        environment.put("GONGKAI_DATA_DIR", data.toString());
        environment.put("GONGKAI_QUERY_PORT", Integer.toString(queryPort));
        environment.put("GONGKAI_COMMAND_PORT", Integer.toString(commandPort));
        environment.put("GONGKAI_ISSUER_PORT", Integer.toString(issuerPort));
        return new StandaloneProcess(builder.start(), output, errors);
    }
}
