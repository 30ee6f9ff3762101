package gongkai.query.ledger;

/** The ledger did not answer, or not with what was asked for. Time may heal it. */
public final class LedgerUnavailableException extends RuntimeException {

    LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
