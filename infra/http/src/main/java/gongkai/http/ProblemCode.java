package gongkai.http;

import org.springframework.http.HttpStatus;

/** One kind of refusal that a client can tell by its {@code code}. Each service has closed lists of them. */
public interface ProblemCode {

    /** The stable name, such as {@code OBLIGATION_UNKNOWN}. */
    String name();

    HttpStatus status();

    /** What went wrong, in a few words; the same for each case of this kind. */
    String title();
}
