package gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One PostgreSQL and one Kafka for all classes of a run, started by the first that asks; each class gets them as if they
 * were new. For parameters of {@code @BeforeAll}, and for tests that neither end nor damage a server.
 */
public final class SharedServers implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == TestPostgres.class || type == TestKafka.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == TestKafka.class) {
            var kafka = shared(context, "kafka", TestKafka::start, TestKafka::stop);
            kafka.empty();
            return new TestKafka(kafka.bootstrapServers(), () -> {});
        }
        var postgres = shared(context, "postgres", TestPostgres::start, TestPostgres::stop);
        postgres.empty();
        return new TestPostgres(postgres.server(), postgres.user(), postgres.password(), () -> {});
    }

    @SuppressWarnings("unchecked")
    private static <S> S shared(
            ExtensionContext context, String name, Function<Path, S> start, Function<S, Runnable> stop) {
        return ((Shared<S>) context.getRoot()
                        .getStore(Namespace.create(SharedServers.class))
                        .computeIfAbsent(name, _ -> Shared.start(start, stop), Shared.class))
                .server();
    }

    /** JUnit closes it after the last test. */
    private record Shared<S>(S server, Runnable stop, Path directory) implements AutoCloseable {

        static <S> Shared<S> start(Function<Path, S> start, Function<S, Runnable> stop) {
            try {
                var directory = Files.createTempDirectory("gongkai-test");
                var server = start.apply(directory.resolve("data"));
                return new Shared<>(server, stop.apply(server), directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            stop.run();
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
