package gongkai.command.ledger.commit;

/** A store's refusal of a whole batch because some event's place in its stream is taken, or would leave a hole. */
public final class OutOfStreamException extends RuntimeException {

    public OutOfStreamException(Throwable cause) {
        super("An event does not follow in its stream", cause);
    }

    public OutOfStreamException(String subject) {
        super("An event does not follow in the stream «%s»".formatted(subject));
    }
}
