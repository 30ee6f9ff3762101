package gongkai.record;

/** A text holds half of a surrogate pair: no character, so it cannot be written as UTF-8 (RFC 8785, section 3.2.2.2). */
public final class UnwritableTextException extends RuntimeException {

    UnwritableTextException(String subject) {
        super(
                "What would be recorded under «%s» holds half a character (an unpaired surrogate such as \\ud800); remove it."
                        .formatted(subject));
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
