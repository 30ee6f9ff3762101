package gongkai.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal on its way out as a problem document: what is wrong, where, and how to cure it. */
public class ProblemException extends ErrorResponseException {

    /** A detail quotes what was sent, which may be megabytes. */
    private static final int LONGEST = 2_000;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, Map.of());
    }

    /** @param more further members of the document, such as the {@code field} or {@code cell} that is meant */
    public ProblemException(ProblemCode code, String detail, Map<String, ?> more) {
        super(code.status(), documentOf(code, detail, more), null);
    }

    private static ProblemDetail documentOf(ProblemCode code, String detail, Map<String, ?> more) {
        var document = documentOf(code, detail);
        more.forEach(document::setProperty);
        return document;
    }

    /** The same refusal, telling the client when to come back. */
    public final ProblemException retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return this;
    }

    static ProblemDetail documentOf(ProblemCode code, String detail) {
        var document = ProblemDetail.forStatusAndDetail(
                code.status(), detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail);
        document.setType(typeOf(code));
        document.setTitle(code.title());
        document.setProperty("code", code.name());
        return document;
    }

    static URI typeOf(ProblemCode code) {
        return URI.create("urn:gongkai:problem:" + code.name());
    }
}
