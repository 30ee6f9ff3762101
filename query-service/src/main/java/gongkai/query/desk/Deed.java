package gongkai.query.desk;

import gongkai.http.access.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be recorded about one obligation: what its unit did, and what the county rules on it. */
public enum Deed {
    PUBLICATION("publications", Subject.OBLIGATION, By.UNIT),
    INTERPRETATION("interpretations", Subject.PUBLICATION, By.UNIT),
    CASE("cases", Subject.OBLIGATION, By.UNIT),
    RESPONSE("responses", Subject.CASE, By.UNIT),
    ACKNOWLEDGEMENT("acknowledgements", Subject.OBLIGATION, By.UNIT),
    REVIEW("reviews", Subject.OBLIGATION, By.COUNTY),
    CLOSURE("closures", Subject.OBLIGATION, By.COUNTY),
    EXTENSION("extensions", Subject.OBLIGATION, By.COUNTY),
    WAIVER("waivers", Subject.OBLIGATION, By.COUNTY),
    RETRACTION("retractions", Subject.PUBLICATION, By.UNIT);

    /** What its path in the command API hangs on. */
    enum Subject {
        OBLIGATION("obligations"),
        PUBLICATION("publications"),
        CASE("cases");

        private final String path;

        Subject(String path) {
            this.path = path;
        }
    }

    /** Whose deed it is. */
    private enum By {
        UNIT,
        COUNTY
    }

    private final String path;
    private final Subject subject;
    private final By by;

    Deed(String path, Subject subject, By by) {
        this.path = path;
        this.subject = subject;
        this.by = by;
    }

    static Optional<Deed> at(String path) {
        return Arrays.stream(values()).filter(it -> it.path.equals(path)).findFirst();
    }

    /** The last part of its address, here as in the command API. */
    public String path() {
        return path;
    }

    /** The code of its name in the bundles. */
    public String code() {
        return "desk.deed." + name();
    }

    /** Whether it is about one of the obligation's publications or cases, which the form then asks for. */
    boolean isAboutPart() {
        return subject != Subject.OBLIGATION;
    }

    /** From whom the command API takes it; the journeys hold this to its document. */
    public Set<Role> roles() {
        return by == By.UNIT ? Set.of(Role.REGISTRAR, Role.OFFICER) : Set.of(Role.REGISTRAR);
    }

    /** Its path in the command API. */
    public String api() {
        return "/api/" + subject.path + "/{id}/" + path;
    }
}
