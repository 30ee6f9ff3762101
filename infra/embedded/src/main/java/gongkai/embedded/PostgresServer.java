package gongkai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;

/** A durable PostgreSQL 18 on the loopback; its data survives any end of this process. */
public final class PostgresServer implements AutoCloseable {
    /** What a server says that was started while the last processes of a killed one were still ending. */
    private static final Pattern TRANSIENT = Pattern.compile("still in use|lock file|TCP/IP sockets");

    private static final int ATTEMPTS = 10;

    private final Postmaster postmaster;
    private final ProcessHandle process;
    private final int port;

    private PostgresServer(Postmaster postmaster, ProcessHandle process, int port) {
        this.postmaster = postmaster;
        this.process = process;
        this.port = port;
    }

    public static PostgresServer start(Path directory) {
        return start(directory, Map.of());
    }

    /** @param more settings of the server, such as a {@code config_file}; where it listens is not theirs to say */
    public static PostgresServer start(Path directory, Map<String, String> more) {
        try {
            PostgresPrograms programs = PostgresPrograms.locate();
            Postmaster postmaster = new Postmaster(PostgresCluster.open(directory, programs), programs, more);
            for (int attempt = 1; ; attempt++) {
                try {
                    return start(postmaster);
                } catch (IOException e) {
                    String reason = String.valueOf(e.getMessage());
                    if (attempt == ATTEMPTS || !TRANSIENT.matcher(reason).find()) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static PostgresServer start(Postmaster postmaster) throws IOException {
        postmaster.clear();
        int port = FreePort.find();
        postmaster.start(port);
        ProcessHandle process =
                postmaster.running().orElseThrow(() -> new IOException("the server ended right after its start"));
        return new PostgresServer(postmaster, process, port);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return postmaster.cluster().password();
    }

    public long pid() {
        return process.pid();
    }

    /** Runs within a few seconds of the end of the server process, whatever ended it. */
    public void onEnd(Runnable action) {
        Thread.ofVirtual().name("postgres-end").start(() -> {
            process.onExit().join();
            action.run();
        });
    }

    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                PreparedStatement exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            exists.setString(1, name);
            try (ResultSet found = exists.executeQuery();
                    Statement create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                postmaster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
