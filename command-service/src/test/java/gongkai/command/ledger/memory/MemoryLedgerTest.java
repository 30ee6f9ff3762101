package gongkai.command.ledger.memory;

import gongkai.command.ledger.Ledger;
import gongkai.command.ledger.LedgerConformance;
import org.junit.jupiter.api.AfterEach;

class MemoryLedgerTest extends LedgerConformance {

    private final MemoryLedger ledger = new MemoryLedger(clock());

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @AfterEach
    void close() {
        ledger.close();
    }
}
