package gongkai.query.desk;

import java.util.Arrays;
import java.util.Optional;

/** What an officer can record about one obligation. */
public enum Deed {
    PUBLICATION("publications", Subject.OBLIGATION),
    INTERPRETATION("interpretations", Subject.PUBLICATION),
    CASE("cases", Subject.OBLIGATION),
    RESPONSE("responses", Subject.CASE),
    ACKNOWLEDGEMENT("acknowledgements", Subject.OBLIGATION),
    REVIEW("reviews", Subject.OBLIGATION),
    CLOSURE("closures", Subject.OBLIGATION),
    EXTENSION("extensions", Subject.OBLIGATION),
    WAIVER("waivers", Subject.OBLIGATION),
    RETRACTION("retractions", Subject.PUBLICATION);

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

    private final String path;
    private final Subject subject;

    Deed(String path, Subject subject) {
        this.path = path;
        this.subject = subject;
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

    String api() {
        return "/api/" + subject.path + "/{id}/" + path;
    }
}
