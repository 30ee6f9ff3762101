package gongkai.query.desk;

import java.util.Arrays;
import java.util.Optional;

/** What an officer can record about one obligation. */
public enum Deed {
    PUBLICATION("publications", "登记公开", Subject.OBLIGATION),
    INTERPRETATION("interpretations", "登记解读", Subject.PUBLICATION),
    CASE("cases", "登记受理", Subject.OBLIGATION),
    RESPONSE("responses", "登记回应", Subject.CASE),
    ACKNOWLEDGEMENT("acknowledgements", "签收", Subject.OBLIGATION),
    REVIEW("reviews", "复核", Subject.OBLIGATION),
    CLOSURE("closures", "销号", Subject.OBLIGATION),
    EXTENSION("extensions", "延期", Subject.OBLIGATION),
    WAIVER("waivers", "免除", Subject.OBLIGATION),
    RETRACTION("retractions", "撤回公开", Subject.PUBLICATION);

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
    private final String title;
    private final Subject subject;

    Deed(String path, String title, Subject subject) {
        this.path = path;
        this.title = title;
        this.subject = subject;
    }

    static Optional<Deed> at(String path) {
        return Arrays.stream(values()).filter(it -> it.path.equals(path)).findFirst();
    }

    /** The last part of its address, here as in the command API. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** Whether it is about one of the obligation's publications or cases, which the form then asks for. */
    boolean isAboutPart() {
        return subject != Subject.OBLIGATION;
    }

    String api() {
        return "/api/" + subject.path + "/{id}/" + path;
    }
}
