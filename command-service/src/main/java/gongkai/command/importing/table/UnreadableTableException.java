package gongkai.command.importing.table;

/** A file that no plan can be read from; says what is wrong, where, and how to cure it. */
public final class UnreadableTableException extends RuntimeException {

    /** What kind of trouble it is. */
    public enum Reason {
        FILE_EMPTY,
        FILE_TYPE_UNSUPPORTED,
        FILE_DAMAGED,
        TABLE_MISSING,
        COLUMN_MISSING
    }

    private final Reason reason;

    UnreadableTableException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    UnreadableTableException(Reason reason, String detail, Throwable cause) {
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
