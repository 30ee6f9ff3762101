package gongkai.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The database server, over TLS with its certificate checked.
 *
 * @param address host and port
 * @param secrets where {@code ca.crt} and {@code passwords/} are
 */
record Server(String address, Path secrets) {

    /** It starts at the same time as this program. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    String url(String database) {
        return "jdbc:postgresql://%s/%s?sslmode=verify-full&sslrootcert=%s"
                .formatted(address, database, secrets.resolve("ca.crt"));
    }

    String password(String role) {
        try {
            return Files.readString(secrets.resolve("passwords").resolve(role)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The password of " + role + " cannot be read", e);
        }
    }

    /** Waits for a server that is still on its way; a wrong password or certificate is told at once. */
    Connection connect(String database, String role) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url(database), role, password(role));
            } catch (SQLException e) {
                // 08001: nobody listens; 57P03: it is starting.
                boolean onItsWay = "08001".equals(e.getSQLState()) || "57P03".equals(e.getSQLState());
                if (!onItsWay || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
