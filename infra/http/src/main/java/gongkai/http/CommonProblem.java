package gongkai.http;

import org.springframework.http.HttpStatus;

/** Refusals that any operation may answer with. */
public enum CommonProblem implements ProblemCode {
    REQUEST_MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Nobody is known to ask: send Authorization: Bearer with an access token"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "This is not taken from you, or not from there"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is not available in that format"),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here"),
    JURISDICTION_REQUIRED(HttpStatus.UNPROCESSABLE_CONTENT, "Not all counties are yours: name one"),
    FIELD_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "A field's value cannot be taken"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "You ask too often"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed on our side"),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not now; try again shortly");

    private final HttpStatus status;
    private final String title;

    CommonProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
