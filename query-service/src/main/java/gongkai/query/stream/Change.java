package gongkai.query.stream;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** An obligation that changed, as it stands now. */
public record Change(
        @Schema(description = "The obligation's id") String id,
        String unit,
        Status status,

        @Schema(description = "The last day that is in time, Asia/Shanghai; none for ongoing duties")
        Optional<LocalDate> dueOn,

        @Schema(description = "Of the newest record that changed it; also the event's id")
        long position) {

    static Change of(Judged judged, long position, AnsweredAsOf asOf) {
        var it = ObligationItem.of(judged.facts(), judged.rule(), asOf.asOf());
        return new Change(it.id(), it.unit(), it.status(), it.dueOn(), position);
    }
}
