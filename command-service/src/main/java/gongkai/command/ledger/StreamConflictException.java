package gongkai.command.ledger;

/** Another writer was faster on the same stream; decide again on what it wrote. */
public final class StreamConflictException extends RuntimeException {

    public StreamConflictException(String subject) {
        super("Another writer has appended to the stream «%s»".formatted(subject));
    }
}
