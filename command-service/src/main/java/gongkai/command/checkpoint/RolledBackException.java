package gongkai.command.checkpoint;

/** The ledger is not what was signed before: older, or another one. Nothing is signed until a person has looked. */
public final class RolledBackException extends RuntimeException {

    RolledBackException(String detail) {
        super(detail);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
