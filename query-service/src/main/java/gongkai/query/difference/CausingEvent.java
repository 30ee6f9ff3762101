package gongkai.query.difference;

import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.query.person.People;
import gongkai.record.EventRecord;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** One event through which a state changed. */
public record CausingEvent(
        String type,

        @Schema(description = "Place in the one order of the log")
        long position,

        @Schema(description = "Index in the jurisdiction's ledger")
        long leaf,

        @Schema(description = "When it became true") OffsetDateTime occurredAt,
        @Schema(description = "When the ledger took it") OffsetDateTime recordedAt,

        @Schema(description = "A program by its name, a person by an id that tells nothing of them")
        String actor,

        @Schema(description = "What that person is called, at this moment: 已依法删除 once erased; absent for a program")
        Optional<String> actorName,

        Optional<String> reason,
        Optional<String> authority,

        @Schema(description = "补录: it was recorded on a later day than that on which it happened")
        boolean lateRecording,

        @Schema(
                description =
                        "Due instances that were shown late until it was recorded, and in what is known since never were")
        List<String> clears) {

    static CausingEvent of(EventRecord it, List<String> clears) {
        var basis = basisOf(it.event());
        var occurredAt = ChinaTime.at(it.event().occurredAt());
        var recordedAt = ChinaTime.at(it.recordedAt());
        return new CausingEvent(
                it.type(),
                it.position(),
                it.leaf(),
                occurredAt,
                recordedAt,
                it.actor(),
                Optional.empty(),
                basis.map(Basis::reason),
                basis.map(Basis::authority),
                occurredAt.toLocalDate().isBefore(recordedAt.toLocalDate()),
                clears);
    }

    CausingEvent named(People people) {
        return new CausingEvent(
                type,
                position,
                leaf,
                occurredAt,
                recordedAt,
                actor,
                people.nameOf(actor),
                reason,
                authority,
                lateRecording,
                clears);
    }

    /** Whom to show as having recorded it. */
    public String shownActor() {
        return actorName.orElse(actor);
    }

    private static Optional<Basis> basisOf(Event event) {
        return switch (event) {
            case ObligationClarified it -> Optional.of(it.basis());
            case ObligationAmended it -> Optional.of(it.basis());
            case ObligationWithdrawn it -> Optional.of(it.basis());
            case ObligationExtended it -> Optional.of(it.basis());
            case ObligationWaived it -> Optional.of(it.basis());
            case ObligationReviewed it -> Optional.of(it.basis());
            case ObligationClosed it -> Optional.of(it.basis());
            case PublicationRetracted it -> Optional.of(it.basis());
            default -> Optional.empty();
        };
    }
}
