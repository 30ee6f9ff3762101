package gongkai.query.trail;

import com.fasterxml.jackson.annotation.JsonRawValue;
import gongkai.query.record.RecordStore.RecordWithData;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/** One event as the ledger holds it. */
public record TrailItem(
        String type,

        @Schema(description = "Place in the one order of the log")
        long position,

        @Schema(description = "Index in the jurisdiction's ledger")
        long leaf,

        @Schema(description = "When it became true") OffsetDateTime occurredAt,
        @Schema(description = "When the ledger took it") OffsetDateTime recordedAt,
        String actor,

        @JsonRawValue @Schema(description = "The event's own fields", type = "object")
        String data) {

    static TrailItem of(RecordWithData it) {
        var record = it.record();
        return new TrailItem(
                record.type(),
                record.position(),
                record.leaf(),
                ChinaTime.at(record.event().occurredAt()),
                ChinaTime.at(record.recordedAt()),
                record.actor(),
                it.data());
    }
}
