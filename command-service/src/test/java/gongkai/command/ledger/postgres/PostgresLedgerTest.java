package gongkai.command.ledger.postgres;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresLedgerTest extends LedgerConformance {

    private static LedgerDatabase database;

    private PostgresLedger ledger;

    @BeforeAll
    static void start(@TempDir Path directory) {
        database = LedgerDatabase.start(directory);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        ledger = database.ledger(clock());
    }

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @AfterEach
    void close() {
        ledger.close();
    }
}
