package gongkai.command.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gongkai.command.ledger.Ledger;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgerWriterPool ledgerWriterPool(
            @Value("${gongkai.ledger.url}") String url,
            @Value("${gongkai.ledger.username}") String username,
            @Value("${gongkai.ledger.password}") String password) {
        var pool = new HikariConfig();
        pool.setPoolName("ledger-writer");
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        return new LedgerWriterPool(new HikariDataSource(pool));
    }

    /** Its own type, so that nobody is given it who asks for a data source. */
    record LedgerWriterPool(HikariDataSource connections) implements AutoCloseable {

        @Override
        public void close() {
            connections.close();
        }
    }

    @Bean
    Ledger ledger(DataSource readers, LedgerWriterPool writer, InstantSource clock) {
        return new PostgresLedger(readers, writer.connections(), clock);
    }
}
