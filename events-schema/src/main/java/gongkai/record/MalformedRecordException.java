package gongkai.record;

/** Bytes that are not one of our records: forged, cut, or written by a version that this one does not know. */
public final class MalformedRecordException extends RuntimeException {

    public MalformedRecordException(String message) {
        super(message);
    }

    public MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
