package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Ledger;
import gongkai.record.RecordCodec;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        return new PostgresLedger(jdbc, new TransactionTemplate(transactions), new RecordCodec(), clock);
    }
}
