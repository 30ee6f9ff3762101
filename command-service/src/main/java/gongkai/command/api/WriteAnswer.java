package gongkai.command.api;

import gongkai.command.dispatch.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** That it is in the ledger, and where. */
record WriteAnswer(
        @Schema(description = "The id of what was recorded") String id,
        @Schema(description = "The jurisdiction's ledger") String ledger,
        @Schema(description = "Index in that ledger") long leaf,

        @Schema(description = "Place in the one order of the log; ask a read for it with minPosition")
        long position,

        @Schema(description = "A case's last day for the answer, Asia/Shanghai")
        Optional<LocalDate> dueOn,

        @Schema(description = "A case's last moment for the answer, when its limit is in hours")
        Optional<OffsetDateTime> dueAt,

        @Schema(description = "Whether a holiday notice still to come may move dueOn")
        Optional<Boolean> provisional,

        @Schema(description = "The id of the person who brought a case, by which they can be erased")
        Optional<String> reporter) {

    static WriteAnswer of(String id, Place place) {
        return new WriteAnswer(
                id,
                place.ledger(),
                place.leaf(),
                place.position(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static WriteAnswer of(String id, Receipt receipt) {
        return of(id, Place.of(receipt));
    }
}
