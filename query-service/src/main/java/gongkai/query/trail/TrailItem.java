package gongkai.query.trail;

import com.fasterxml.jackson.annotation.JsonRawValue;
import gongkai.event.Identifier;
import gongkai.event.ObligationEvent;
import gongkai.query.person.People;
import gongkai.query.person.PersonItem;
import gongkai.query.trail.change.Change;
import gongkai.query.wording.EventSentences;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** One event as the ledger holds it, and what it changed. */
public record TrailItem(
        String type,

        @Schema(description = "Place in the one order of the log")
        long position,

        @Schema(description = "Index in the jurisdiction's ledger")
        long leaf,

        @Schema(description = "The stream that it stands in: a jurisdiction, plan or obligation by its id")
        String subject,

        @Schema(description = "What it is about, for a person")
        String title,

        @Schema(description = "What happened, in a sentence")
        String sentence,

        @Schema(description = "When it became true") OffsetDateTime occurredAt,
        @Schema(description = "When the ledger took it") OffsetDateTime recordedAt,

        @Schema(description = "补录: recorded on a later day, Asia/Shanghai, than it happened")
        boolean recordedLate,

        @Schema(description = "Who recorded it: a program by its name, a person by an id that tells nothing of them")
        String actor,

        @Schema(description = "What that person is called, at this moment: 已依法删除 once erased; absent for a program")
        Optional<String> actorName,

        @Schema(description = "Whom the event names, as far as they can be read at this moment")
        Optional<PersonItem> named,

        @Schema(description = "Why, where a change needs a reason")
        Optional<String> reason,

        @Schema(description = "On what authority: a document, an office, a notice")
        Optional<String> authority,

        @Schema(
                description =
                        "What reads otherwise since, folded from the stream. STATUS is what was shown at the moment of "
                                + "recording, without the event and with it.")
        List<Change> changes,

        Links links,

        @JsonRawValue @Schema(description = "The event's own fields", type = "object")
        String data) {

    /**
     * Where to look further.
     *
     * @param record the record's own bytes, of this service
     * @param proof that it is in the ledger, of the ledger's service
     * @param evidence the bundle that proves how the obligation stood when this had been recorded
     */
    public record Links(String record, String proof, Optional<String> evidence) {

        static Links of(TrailEntry it, long size) {
            var record = it.record();
            return new Links(
                    "/api/records/" + record.position(),
                    "/api/ledgers/%s/proofs/inclusion?leaf=%d&size=%d".formatted(record.ledger(), record.leaf(), size),
                    record.event() instanceof ObligationEvent
                            ? Optional.of("/api/jurisdictions/%s/evidence?obligation=%s&at=%s&known=position:%d"
                                    .formatted(
                                            Identifier.jurisdictionOf(record.subject()),
                                            record.subject(),
                                            record.recordedAt(),
                                            record.position()))
                            : Optional.empty());
        }
    }

    static TrailItem of(TrailEntry it, People people, long size) {
        var record = it.record();
        var grounds = it.grounds();
        return new TrailItem(
                record.type(),
                record.position(),
                record.leaf(),
                record.subject(),
                it.title(),
                EventSentences.of(record.event()),
                ChinaTime.at(record.event().occurredAt()),
                ChinaTime.at(record.recordedAt()),
                it.recordedLate(),
                record.actor(),
                people.nameOf(record.actor()),
                it.named().map(people::of),
                grounds.reason(),
                grounds.authority(),
                it.changes(),
                Links.of(it, size),
                it.data());
    }
}
