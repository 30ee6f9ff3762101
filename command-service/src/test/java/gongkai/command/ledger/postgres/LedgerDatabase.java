package gongkai.command.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.testing.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger's database on a real server, and as many services on it as a test wants. */
public final class LedgerDatabase implements AutoCloseable {

    private final TestPostgres server;
    private final HikariDataSource readers;
    private final WriterPool writers;

    private LedgerDatabase(TestPostgres server) {
        this.server = server;
        this.readers = pool();
        this.writers = WriterPool.open(server.jdbcUrl("gongkai_ledger"), server.user(), server.password());
    }

    public static LedgerDatabase start(TestPostgres server) {
        var database = of(server);
        database.migrateTo("latest");
        return database;
    }

    /** Without tables. */
    static LedgerDatabase of(TestPostgres server) {
        server.createDatabase("gongkai_ledger");
        return new LedgerDatabase(server);
    }

    void migrateTo(String version) {
        Flyway.configure()
                .dataSource(readers)
                .locations("classpath:db/ledger")
                .target(version)
                .load()
                .migrate();
    }

    private HikariDataSource pool() {
        var pool = new HikariConfig();
        pool.setJdbcUrl(server.jdbcUrl("gongkai_ledger"));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(12);
        return new HikariDataSource(pool);
    }

    public PostgresLedger ledger(InstantSource clock) {
        return new PostgresLedger(readers, writers, clock);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(readers);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(readers));
    }

    /** Ends about every other connection, as a restart of the server or its administrator would. */
    void killSome() {
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl("gongkai_ledger"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.5
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
