package gongkai.query.projection;

/** One rebuild of a view at a time. */
public final class RebuildRunningException extends RuntimeException {

    RebuildRunningException(String view) {
        super("View %s is being rebuilt already".formatted(view));
    }
}
