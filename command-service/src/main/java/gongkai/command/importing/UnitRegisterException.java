package gongkai.command.importing;

/** A unit register that cannot be read; nothing of it was taken. */
public final class UnitRegisterException extends RuntimeException {

    private final long line;

    UnitRegisterException(long line, String what) {
        super("Line %d: %s.".formatted(line, what));
        this.line = line;
    }

    /** Counted from 1, the header included. */
    public long line() {
        return line;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
