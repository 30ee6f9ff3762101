package gongkai.query.bulletin;

import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/** That a bulletin was issued, when and on what authority. */
public record Issue(
        String id,

        @Schema(description = "Of the month, from 1; the last one is in force")
        int number,

        OffsetDateTime issuedAt,
        String reason,
        String authority) {

    static Issue of(BulletinIssued it) {
        return new Issue(
                it.bulletin(),
                it.number(),
                ChinaTime.at(it.occurredAt()),
                it.basis().reason(),
                it.basis().authority());
    }
}
