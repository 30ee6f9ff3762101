package gongkai.query.notice;

import gongkai.event.Identifier;
import gongkai.query.notice.rule.Notice;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A notice as everybody gets it: over the topic, by webhook and by the API. */
public record NoticeItem(
        @Schema(description = "The same however often it arrives: drop what you have")
        String id,

        NoticeKind kind,
        String jurisdiction,

        @Schema(description = "The code of the unit that is meant")
        String unit,

        String unitName,
        String obligation,

        @Schema(description = "A case's id, a period such as 2019-04, or «once»")
        Optional<String> occurrence,

        @Schema(description = "The last day that is in time, Asia/Shanghai")
        Optional<LocalDate> dueOn,

        @Schema(description = "The last moment that is in time, for limits in hours")
        Optional<OffsetDateTime> dueAt,

        Optional<LocalDate> previousDueOn,

        @Schema(description = "After the day of raisedAt, up to and including dueOn")
        Optional<Integer> workingDaysLeft,

        @Schema(description = "The newest record of the obligation that was known")
        long position,

        @Schema(description = "When there was reason for it first")
        OffsetDateTime raisedAt,

        @Schema(description = "The id of the notice that it takes back")
        Optional<String> withdraws,

        @Schema(description = "A sentence for people") String title) {

    static NoticeItem of(Notice it) {
        return new NoticeItem(
                it.id(),
                it.kind(),
                Identifier.jurisdictionOf(it.obligation()),
                it.to().unit(),
                it.to().name(),
                it.obligation(),
                it.occurrence(),
                it.due().map(DueDate::on),
                it.due().flatMap(DueDate::at).map(ChinaTime::at),
                it.previousDueOn(),
                it.workingDaysLeft(),
                it.position(),
                ChinaTime.at(it.raisedAt()),
                it.withdraws(),
                it.title());
    }

    /** The notice that takes this one back. */
    NoticeItem withdrawn(long knownPosition, Instant at) {
        return new NoticeItem(
                id + "/" + NoticeKind.WITHDRAWN,
                NoticeKind.WITHDRAWN,
                jurisdiction,
                unit,
                unitName,
                obligation,
                occurrence,
                dueOn,
                dueAt,
                previousDueOn,
                Optional.empty(),
                knownPosition,
                ChinaTime.at(at),
                Optional.of(id),
                "撤回：" + title);
    }
}
