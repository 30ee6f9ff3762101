package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.commit.AppendTrace;
import gongkai.command.ledger.commit.CommitObserver;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    WriterPool ledgerWriterPool(
            @Value("${gongkai.ledger.url}") String url,
            @Value("${gongkai.ledger.username}") String username,
            @Value("${gongkai.ledger.password}") String password) {
        return WriterPool.open(url, username, password);
    }

    @Bean
    Ledger ledger(
            DataSource readers, WriterPool writer, InstantSource clock, CommitObserver observer, AppendTrace trace) {
        return new PostgresLedger(readers, writer, clock, observer, trace);
    }
}
