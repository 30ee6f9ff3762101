package gongkai.query.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** One notice on its way to one subscription. */
public record DeliveryItem(
        UUID id,
        String subscription,
        @Schema(description = "The notice's id") String notice,

        @Schema(description = "The notice's place in the order of issue")
        long number,

        DeliveryState state,
        @Schema(description = "How often it was tried") int attempts,

        @Schema(description = "Of a PENDING one; real time, not the business clock's")
        Optional<OffsetDateTime> nextAttemptAt,

        @Schema(description = "Why the last attempt failed") Optional<String> lastError) {}
