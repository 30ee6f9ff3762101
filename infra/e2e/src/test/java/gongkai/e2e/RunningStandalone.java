package gongkai.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program in a process of its own, ready; when closed, nothing of it is left behind. */
final class RunningStandalone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Launch launch;
    private final StandaloneProcess program;
    private final ProcessHandle postmaster;
    private final Tokens tokens;

    private RunningStandalone(Launch launch, StandaloneProcess program, ProcessHandle postmaster, Tokens tokens) {
        this.launch = launch;
        this.program = program;
        this.postmaster = postmaster;
        this.tokens = tokens;
        // Also when the tests themselves are stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of standalone"));
    }

    static RunningStandalone start(Path data, Map<String, String> settings) throws IOException {
        return start(Launch.on(data, settings));
    }

    private static RunningStandalone start(Launch launch) throws IOException {
        StandaloneProcess program = launch.begin();
        try {
            JsonNode runtime = await("runtime.json")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> runtime(launch, program), Optional::isPresent)
                    .orElseThrow();
            long postgres = runtime.path("pids").path("postgres").asLong();
            return new RunningStandalone(
                    launch, program, ProcessHandle.of(postgres).orElseThrow(), new Tokens(runtime));
        } catch (RuntimeException | Error e) {
            program.process().destroy();
            program.process().onExit().join();
            servers(launch).forEach(ProcessHandle::destroy);
            throw new AssertionError("did not start; " + program, e);
        }
    }

    /** Written when all is ready; one that a killed program left behind names another pid. */
    private static Optional<JsonNode> runtime(Launch launch, StandaloneProcess program) throws IOException {
        if (!program.isAlive()) {
            throw new IllegalStateException("it ended with " + program.process().exitValue());
        }
        Path file = launch.data().resolve("runtime.json");
        return Files.exists(file)
                ? Optional.of(JsonMapper.shared().readTree(Files.readString(file)))
                        .filter(it -> it.path("pids").path("standalone").asLong()
                                == program.process().pid())
                : Optional.empty();
    }

    /** On the same data, ports and settings. */
    RunningStandalone again() throws IOException {
        return start(launch);
    }

    Launch launch() {
        return launch;
    }

    /** As the registrar's program. */
    Api query() {
        return query("registrar");
    }

    /** @param client one of the runtime file's */
    Api query(String client) {
        return new Api("http://127.0.0.1:" + launch.queryPort(), () -> token(client));
    }

    /** As the registrar's program. */
    Api command() {
        return command("registrar");
    }

    /** @param client one of the runtime file's */
    Api command(String client) {
        return new Api("http://127.0.0.1:" + launch.commandPort(), () -> token(client));
    }

    /** @param client one of the runtime file's */
    String token(String client) {
        return tokens.of(client);
    }

    StandaloneProcess program() {
        return program;
    }

    /** The JVM, the PostgreSQL server and every process that one of them started. */
    List<ProcessHandle> processes() {
        return Stream.of(program.process().toHandle(), postmaster)
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .toList();
    }

    void kill9() {
        program.process().destroyForcibly().onExit().join();
    }

    /** SIGTERM, as Ctrl-C or a service manager would; the exit code. */
    int stop() {
        program.process().destroy();
        return program.awaitEnd(60);
    }

    @Override
    public void close() {
        try {
            if (program.isAlive()) {
                stop();
            }
        } finally {
            end();
        }
    }

    /** A killed JVM leaves its PostgreSQL to the next start; after the last one there is none. */
    private void end() {
        program.process().destroy();
        program.process().onExit().join();
        for (ProcessHandle server : servers(launch)) {
            server.destroy();
            server.onExit().join();
        }
    }

    /** The PostgreSQL servers on exactly this data directory. */
    private static List<ProcessHandle> servers(Launch launch) {
        String cluster = launch.data().resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(it -> it.info().commandLine().orElse("").contains(" -D " + cluster))
                .toList();
    }
}
