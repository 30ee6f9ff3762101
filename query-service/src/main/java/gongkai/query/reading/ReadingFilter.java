package gongkai.query.reading;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which readings are listed, and how many at a time. */
public record ReadingFilter(
        @Parameter(description = "Only of that kind", example = "EVIDENCE") @Nullable
        ReadingKind kind,

        @Parameter(description = "On that day or later, Asia/Shanghai", example = "2019-05-01") @Nullable
        LocalDate from,

        @Parameter(description = "On that day or earlier, Asia/Shanghai", example = "2019-05-31") @Nullable
        LocalDate to,

        @Parameter(description = "«next» of the page before") @Min(0) @Nullable
        Long cursor,

        @Parameter(description = "At most so many, 100 unless told") @Min(1) @Max(500) @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 100;

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
