package gongkai.bench.contender;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.command.ledger.postgres.WriterPool;
import gongkai.embedded.PostgresServer;

/** A database on the one server that all contenders share. */
public record Database(PostgresServer server, String name) {

    public static Database create(PostgresServer server, String name) {
        server.createDatabase(name);
        return new Database(server, name);
    }

    WriterPool writerPool() {
        return WriterPool.open(server.jdbcUrl(name), server.user(), server.password());
    }

    HikariDataSource pool(int size) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(server.jdbcUrl(name));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(60_000);
        return new HikariDataSource(pool);
    }
}
