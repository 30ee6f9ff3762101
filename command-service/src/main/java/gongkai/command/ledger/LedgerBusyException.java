package gongkai.command.ledger;

/** More is waiting to be written than the service holds in memory. Nothing was appended; try again in a moment. */
public final class LedgerBusyException extends RuntimeException {

    public LedgerBusyException() {
        super("The ledger has more to write than it can hold ready");
    }
}
