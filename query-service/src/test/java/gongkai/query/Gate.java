package gongkai.query;

import static org.awaitility.Awaitility.await;

import gongkai.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A lock on what a service is about to touch: whoever comes there stands still in the middle of its transaction, for as
 * long as a test wants.
 */
public final class Gate implements AutoCloseable {

    private final Connection connection;

    public Gate(TestPostgres postgres, String database) throws SQLException {
        connection = DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
        connection.setAutoCommit(false);
    }

    /** Waits until whoever is within has gone. */
    public void shut(String lock) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(lock);
        } catch (SQLException e) {
            open();
            throw e;
        }
    }

    /** Somebody has come with a statement that begins so, and waits at this gate or behind who does. */
    public void awaitSomebody(String... statements) {
        await(String.join(" or ", statements)).atMost(Duration.ofMinutes(3)).until(() -> {
            forgetWhatWasSeen();
            try (var look = connection.prepareStatement("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                      AND EXISTS (SELECT FROM unnest(?) AS it WHERE starts_with(query, it))
                    """)) {
                look.setArray(1, connection.createArrayOf("text", statements));
                try (var rows = look.executeQuery()) {
                    rows.next();
                    return rows.getInt(1) > 0;
                }
            }
        });
    }

    /** In a transaction PostgreSQL shows who is there as it was at the first look. */
    private void forgetWhatWasSeen() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_clear_snapshot()");
        }
    }

    public void open() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
