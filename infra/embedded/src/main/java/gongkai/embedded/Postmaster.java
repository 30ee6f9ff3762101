package gongkai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server process of one cluster, ours or one that a killed JVM left behind. */
record Postmaster(PostgresCluster cluster, PostgresPrograms programs, Map<String, String> more) {

    /** A left-over server is stopped in order; a file that names a process long gone is removed. */
    void clear() throws IOException {
        Path file = pidFile();
        if (running().isPresent()) {
            stop();
        } else if (Files.exists(file)) {
            // The number may be another program's by now, and PostgreSQL would refuse to start.
            Files.delete(file);
        }
    }

    void start(int port) throws IOException {
        programs.user().own(cluster.home());
        long before = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
        try {
            programs.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=300",
                    "--pgdata=" + cluster.data(),
                    "--log=" + cluster.log(),
                    "--options=" + PostgresSettings.options(port, more));
        } catch (IOException e) {
            // Its own reason, and not "examine the log output".
            throw new IOException(ServerLog.reason(cluster.log(), before).orElse(String.valueOf(e.getMessage())));
        }
    }

    /** Fast first: clients are disconnected, everything is checkpointed. On a full disk only the second way works. */
    void stop() throws IOException {
        try {
            stop("fast", 10);
        } catch (IOException e) {
            if (running().isPresent()) {
                stop("immediate", 5);
            }
        }
    }

    private void stop(String mode, int seconds) throws IOException {
        programs.run(
                "pg_ctl", "stop", "--mode=" + mode, "--wait", "--timeout=" + seconds, "--pgdata=" + cluster.data());
    }

    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::servesThisCluster);
    }

    private boolean servesThisCluster(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(cluster.data().toString());
    }

    private Path pidFile() {
        return cluster.data().resolve("postmaster.pid");
    }
}
