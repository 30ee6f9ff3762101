package gongkai.command.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connections that only a ledger's writer uses: one writes, one looks, one tells other writers, one hears of them. */
public record WriterPool(HikariDataSource connections) implements AutoCloseable {

    /**
     * Its few statements are planned once a connection: planning the insert anew took longer than a row's work. Such a
     * plan must not depend on how small the tables were, so whatever has an index is read by it.
     */
    private static final String PLANS = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off";

    public static WriterPool open(String url, String user, String password) {
        var pool = new HikariConfig();
        pool.setPoolName("ledger-writer");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setConnectionInitSql(PLANS);
        return new WriterPool(new HikariDataSource(pool));
    }

    @Override
    public void close() {
        connections.close();
    }
}
