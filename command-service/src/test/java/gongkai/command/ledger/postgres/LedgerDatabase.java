package gongkai.command.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.embedded.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger's database on a real server, and as many services on it as a test wants. */
final class LedgerDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final HikariDataSource readers;
    private final HikariDataSource writers;

    private LedgerDatabase(PostgresServer server) {
        this.server = server;
        this.readers = pool();
        this.writers = pool();
    }

    static LedgerDatabase start(Path directory) {
        var server = PostgresServer.start(directory);
        server.createDatabase("gongkai_ledger");
        var database = new LedgerDatabase(server);
        Flyway.configure()
                .dataSource(database.readers)
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        return database;
    }

    private HikariDataSource pool() {
        var pool = new HikariConfig();
        pool.setJdbcUrl(server.jdbcUrl("gongkai_ledger"));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(12);
        return new HikariDataSource(pool);
    }

    PostgresLedger ledger(InstantSource clock) {
        return new PostgresLedger(readers, writers, clock);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(readers);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        server.close();
    }
}
