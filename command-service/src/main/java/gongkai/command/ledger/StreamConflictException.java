package gongkai.command.ledger;

/** Another writer was faster on the same stream; decide again on what it wrote. */
public final class StreamConflictException extends RuntimeException {

    public StreamConflictException(Throwable cause) {
        super("Another writer has just appended to the same stream", cause);
    }
}
