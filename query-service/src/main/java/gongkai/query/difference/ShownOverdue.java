package gongkai.query.difference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Optional;

/** That a unit was shown late. What was shown stays true, whatever is recorded afterwards. */
public record ShownOverdue(
        @Schema(description = "The first late moment, as it was shown")
        OffsetDateTime since,

        @Schema(description = "The last position with which it was still shown late")
        long lastPosition,

        @Schema(description = "The position of the record that ended it; absent while it goes on")
        Optional<Long> untilPosition,

        @Schema(description = "When that was recorded") Optional<OffsetDateTime> until) {}
