package gongkai.command.ledger.postgres;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears at once of each batch that another service wrote to the same database. */
final class CommitNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitNews.class);
    private static final int LOOK_UP_MILLIS = 500;
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);

    private final DataSource database;
    private final Runnable listener;
    private final Thread thread;

    CommitNews(DataSource database, Runnable listener) {
        this.database = database;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("ledger-news").daemon().start(this::listen);
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN " + Announcer.CHANNEL);
                // Whatever came before this connection stood.
                listener.run();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                LOG.warn("No news from the ledger's database for now: {}", e.getMessage());
                pause();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            if (connection.getNotifications(LOOK_UP_MILLIS).length > 0) {
                listener.run();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_CONNECTIONS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
