package gongkai.query.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is on record whenever it is handed out, through the API or as a page. */
public enum ReadingKind {
    /** 证据包. */
    EVIDENCE("/api/jurisdictions/*/evidence"),
    /** 任务分解表, as it is filed. */
    EXPORT("/api/jurisdictions/*/export"),
    /** 通报, issued or not. */
    BULLETIN("/api/jurisdictions/*/bulletins/*", "/jurisdictions/*/bulletins/*"),
    /** 轨迹. */
    TRAIL("/api/*/*/trail", "/*/*/trail"),
    /** 差异 between two states. */
    DIFFERENCE("/api/jurisdictions/*/diff", "/jurisdictions/*/diff"),
    /** Any other answer to a question that names a moment, with {@code at} or {@code known}. */
    AS_OF;

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot be modified, nor can a pattern
    private final List<PathPattern> paths;

    ReadingKind(String... paths) {
        this.paths =
                Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
    }

    static Optional<ReadingKind> of(String path, boolean namesMoment) {
        var asked = PathContainer.parsePath(path);
        return Stream.of(values())
                .filter(it -> it.paths.stream().anyMatch(pattern -> pattern.matches(asked)))
                .findFirst()
                .or(() -> namesMoment ? Optional.of(AS_OF) : Optional.empty());
    }
}
