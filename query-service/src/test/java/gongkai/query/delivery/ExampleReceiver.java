package gongkai.query.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An example consumer in another language, as its readers would run it. */
final class ExampleReceiver implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** @param program that runs the file */
    ExampleReceiver(String program, String file, int port, String secret) throws IOException {
        var builder =
                new ProcessBuilder(program, example(file).toString(), Integer.toString(port)).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "UTF-8");
        builder.environment().put("GONGKAI_WEBHOOK_SECRET", secret);
        process = builder.start();
        Thread.ofVirtual()
                .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
    }

    private static Path example(String file) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(it -> it.resolve("infra/examples").resolve(file))
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
