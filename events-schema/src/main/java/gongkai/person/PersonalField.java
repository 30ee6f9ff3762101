package gongkai.person;

/** Every marked field of an event; its schema says {@code x-personal}. */
public enum PersonalField {
    CONTACT("ContactNamed.contact"),
    REPORTER("CaseAccepted.reporter");

    private final String path;

    PersonalField(String path) {
        this.path = path;
    }

    /** The event's name, whatever its version, and the field's: what is sealed is bound to it. */
    public String path() {
        return path;
    }
}
