package gongkai.setup;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The ledger's tables, made by their owner; after each look at them the command service gets what it needs, and no more. */
final class LedgerTables {
    private LedgerTables() {}

    static void establish(Server server) {
        Flyway.configure()
                .dataSource(server.url(Roles.LEDGER), Roles.LEDGER_OWNER, server.password(Roles.LEDGER_OWNER))
                .locations("classpath:db/ledger", "classpath:db/grants")
                .placeholders(Map.of("service", Roles.COMMAND))
                .load()
                .migrate();
    }
}
