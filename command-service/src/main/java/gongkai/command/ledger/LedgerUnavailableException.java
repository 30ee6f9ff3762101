package gongkai.command.ledger;

/** The log's store does not answer, so it is not known whether the batch was appended; most likely it was not. */
public final class LedgerUnavailableException extends RuntimeException {

    public LedgerUnavailableException(Throwable cause) {
        super("The log's store does not answer: " + cause.getMessage(), cause);
    }
}
