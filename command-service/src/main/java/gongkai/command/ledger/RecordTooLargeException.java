package gongkai.command.ledger;

/** A record holds at most {@link #LIMIT} bytes, so that tiles and topic can carry it. Nothing of its batch was appended. */
public final class RecordTooLargeException extends RuntimeException {

    public static final int LIMIT = 65_535;

    public RecordTooLargeException(String subject, int bytes) {
        super(
                "What would be recorded under «%s» takes %,d bytes, and a record holds at most %,d; shorten its longest text."
                        .formatted(subject, bytes, LIMIT));
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
