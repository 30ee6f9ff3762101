package gongkai.query.difference;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Which two states of knowledge are compared, and of which moment. */
public record DifferenceQuery(
        @Parameter(
                description = "The moment asked about: an instant, or a date, which means its last moment in "
                        + "Asia/Shanghai; left out: now.",
                example = "2019-05-02")
        @Nullable
        String at,

        @Parameter(
                description = "The earlier state of knowledge: an instant, a date, or position:N.",
                required = true,
                example = "2019-05-02")
        @NotBlank
        @Nullable
        String from,

        @Parameter(description = "The later state of knowledge; left out: now.", example = "position:348") @Nullable
        String to,

        @Parameter(description = "Answer only once this position has been applied: to read one's own write.") @Nullable
        Long minPosition,

        @Parameter(description = "«next» of the page before; at, from and to beside it change nothing") @Nullable
        String cursor,

        @Parameter(description = "At most so many obligations, 100 unless told") @Min(1) @Max(500) @Nullable
        Integer limit) {

    /** A form sends what is left out as nothing. */
    public DifferenceQuery {
        at = isNothing(at) ? null : at;
        to = isNothing(to) ? null : to;
    }

    private static boolean isNothing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
