package gongkai.command.domain;

/** The command was refused, and nothing has happened. */
public final class Rejected extends RuntimeException {

    private final Rejection rejection;

    Rejected(Rejection rejection, String detail) {
        super(detail, null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
