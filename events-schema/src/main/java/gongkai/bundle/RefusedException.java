package gongkai.bundle;

/** A bundle is not what it must be. The first thing that is wrong is named, no other. */
public final class RefusedException extends RuntimeException {

    private final String place;

    /** @param place the file in the bundle, {@code archive}, or what else was given to be checked */
    public RefusedException(String place, String what) {
        super(place + ": " + what);
        this.place = place;
    }

    public String place() {
        return place;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
