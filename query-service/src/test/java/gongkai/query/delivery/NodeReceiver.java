package gongkai.query.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The example consumer in another language, as its readers would run it. */
final class NodeReceiver implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    NodeReceiver(int port, String secret) throws IOException {
        var builder =
                new ProcessBuilder("node", example().toString(), Integer.toString(port)).redirectErrorStream(true);
        builder.environment().put("GONGKAI_WEBHOOK_SECRET", secret);
        process = builder.start();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
    }

    private static Path example() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(it -> it.resolve("infra/examples/receive.mjs"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
