package gongkai.command.importing.rows;

/** A file that no plan can be read from; says what is wrong, where, and how to cure it. */
public final class UnreadableTableException extends RuntimeException {

    /** What kind of trouble it is. */
    public enum Reason {
        FILE_EMPTY,
        FILE_TYPE_UNSUPPORTED,
        FILE_DAMAGED,
        FILE_TOO_COMPLEX,
        TABLE_MISSING,
        COLUMN_MISSING,
        TABLE_TOO_LARGE
    }

    private final Reason reason;

    public UnreadableTableException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public UnreadableTableException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
