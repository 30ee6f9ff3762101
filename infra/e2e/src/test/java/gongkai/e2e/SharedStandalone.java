package gongkai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One program without a sample, on 6 May 2019, for all tests that do not end it; started by the first that asks. */
final class SharedStandalone implements ParameterResolver {
    private static final Map<String, String> SETTINGS =
            Map.of("GONGKAI_SAMPLE", "none", "GONGKAI_TIME", "2019-05-06T09:00+08:00");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStandalone.class;
    }

    @Override
    public RunningStandalone resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStandalone.class))
                .computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class)
                .gongkai;
    }

    /** JUnit closes it after the last test. */
    private record Shared(RunningStandalone gongkai, Path directory) implements AutoCloseable {
        static Shared start() {
            try {
                Path directory = Files.createTempDirectory("gongkai-e2e");
                return new Shared(RunningStandalone.start(directory.resolve("data"), SETTINGS), directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            gongkai.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
