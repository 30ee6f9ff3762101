package gongkai.query.asof;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What a request may say about time; what it leaves out means now. */
public record AsOfQuery(
        @Parameter(
                description = "The moment asked about: an instant, or a date, which means its last moment in "
                        + "Asia/Shanghai. Not later than now.",
                example = "2019-05-02")
        @Nullable
        String at,

        @Parameter(
                description = "What had been recorded by then: an instant, a date, or position:N.",
                example = "position:120")
        @Nullable
        String known,

        @Parameter(description = "Answer only once this position has been applied: to read one's own write.") @Nullable
        Long minPosition) {

    public static final AsOfQuery NOW = new AsOfQuery(null, null, null);

    /** A field that a form leaves empty says nothing. */
    public AsOfQuery {
        at = at == null || at.isBlank() ? null : at;
        known = known == null || known.isBlank() ? null : known;
    }
}
