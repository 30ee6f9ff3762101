package gongkai.command.api;

import gongkai.command.dispatch.Receipt;
import gongkai.command.dispatch.Streams;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.command.domain.obligation.ObligationCommand.RetractPublication;
import gongkai.command.person.Persons;
import gongkai.event.Identifier;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Personal;
import gongkai.http.Refuses;
import gongkai.http.WebAddress;
import gongkai.person.PersonalField;
import gongkai.time.ChinaTime;
import gongkai.time.WorkingCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", consumes = "application/json", produces = "application/json")
@Tag(name = "Evidence 公开·解读·回应", description = "What a unit did about what it owes")
class EvidenceController {

    private final Writes writes;
    private final Streams streams;
    private final Persons persons;
    private final InstantSource clock;

    EvidenceController(Writes writes, Streams streams, Persons persons, InstantSource clock) {
        this.writes = writes;
        this.streams = streams;
        this.persons = persons;
        this.clock = clock;
    }

    @PostMapping("/obligations/{id}/publications")
    @Appends
    @Operation(
            summary = "Record a publication 公开",
            description =
                    "Evidence that the unit published what it owes: where and when. publishedAt is when it appeared, which may lie before today, never after now. formedOn starts the clock of a limit that runs from a document's formation; occurrence names the case or period that it was made for.")
    @Refuses({"OBLIGATION_UNKNOWN", "IN_FUTURE", "FORMED_AFTER_PUBLICATION", "OCCURRENCE_UNKNOWN"})
    WriteAnswer recordPublication(
            @PathVariable String id,
            @Valid @RequestBody PublicationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                id,
                body,
                () -> new RecordPublication(
                        id,
                        body.title().strip(),
                        body.url(),
                        instant(body.publishedAt()),
                        Optional.ofNullable(body.formedOn()),
                        Optional.ofNullable(body.documentNumber()),
                        Optional.ofNullable(body.occurrence()),
                        calendarOf(id),
                        clock.instant()),
                PublicationRecorded.class,
                (it, receipt) -> WriteAnswer.of(it.publication(), receipt));
    }

    @PostMapping("/publications/{id}/retractions")
    @Appends
    @Operation(
            summary = "Retract a publication 撤回",
            description = "It counts no longer, nor does what interprets it; the record of it stays.")
    @Refuses({"OBLIGATION_UNKNOWN", "PUBLICATION_UNKNOWN", "ALREADY_SO"})
    WriteAnswer retractPublication(
            @PathVariable String id,
            @Valid @RequestBody BasisBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "retraction",
                id,
                body,
                () -> new RetractPublication(id, body.basis(), clock.instant()));
    }

    @PostMapping("/publications/{id}/interpretations")
    @Appends
    @Operation(
            summary = "Record an interpretation 解读",
            description = "An explanation of a publication, in a form such as TEXT, IMAGE or VIDEO.")
    @Refuses({"OBLIGATION_UNKNOWN", "PUBLICATION_UNKNOWN", "IN_FUTURE", "INTERPRETATION_BEFORE_PUBLICATION"})
    WriteAnswer recordInterpretation(
            @PathVariable String id,
            @Valid @RequestBody InterpretationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                id,
                body,
                () -> new RecordInterpretation(
                        id,
                        body.form(),
                        body.title().strip(),
                        body.url(),
                        instant(body.publishedAt()),
                        clock.instant()),
                InterpretationRecorded.class,
                (it, receipt) -> WriteAnswer.of(it.interpretation(), receipt));
    }

    @PostMapping("/obligations/{id}/cases")
    @Appends
    @Operation(
            summary = "Record the acceptance of a case 受理",
            description =
                    "Starts the clock of a limit that counts from an event: a matter to answer, or a document that was printed. The answer holds dueOn, the last day in Asia/Shanghai (the day of acceptance itself is not counted), and dueAt for a limit in hours; reporter, the id of who brought it.")
    @Refuses({"OBLIGATION_UNKNOWN", "NO_CASES_HERE", "TRIGGER_AMBIGUOUS", "IN_FUTURE", "PERSON_UNKNOWN"})
    WriteAnswer acceptCase(
            @PathVariable String id,
            @Valid @RequestBody CaseBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                id,
                body,
                () -> new AcceptCase(
                        id,
                        body.subject().strip(),
                        instant(body.acceptedAt()),
                        Optional.ofNullable(body.trigger()),
                        Optional.ofNullable(body.reporter())
                                .map(it -> it.seal(persons, Identifier.jurisdictionOf(id), PersonalField.REPORTER, id)),
                        calendarOf(id),
                        clock.instant()),
                CaseAccepted.class,
                EvidenceController::answer);
    }

    @PostMapping("/cases/{id}/responses")
    @Appends
    @Operation(summary = "Record a response 回应", description = "The unit's answer to an accepted case.")
    @Refuses({"OBLIGATION_UNKNOWN", "CASE_UNKNOWN", "IN_FUTURE", "RESPONSE_BEFORE_CASE"})
    WriteAnswer recordResponse(
            @PathVariable String id,
            @Valid @RequestBody ResponseBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                id,
                body,
                () -> new RecordResponse(
                        id, body.title().strip(), body.url(), instant(body.respondedAt()), clock.instant()),
                ResponseRecorded.class,
                (it, receipt) -> WriteAnswer.of(it.response(), receipt));
    }

    private static WriteAnswer answer(CaseAccepted it, Receipt receipt) {
        var place = Place.of(receipt);
        return new WriteAnswer(
                it.caseId(),
                place.ledger(),
                place.leaf(),
                place.position(),
                it.dueOn(),
                it.dueAt().map(ChinaTime::at),
                Optional.of(it.provisional()),
                it.reporter().map(Personal::person));
    }

    private WorkingCalendar calendarOf(String id) {
        return streams.jurisdiction(Identifier.jurisdictionOf(id)).calendar();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    record PublicationBody(
            @NotBlank @Size(max = 500) String title,
            @NotNull @WebAddress URI url,

            @NotNull @Schema(description = "With offset: 2019-04-28T10:00:00+08:00")
            OffsetDateTime publishedAt,

            @Schema(description = "形成日期") @Nullable LocalDate formedOn,

            @Schema(description = "文号") @Size(max = 100) @Nullable
            String documentNumber,

            @Schema(description = "期次 that it was made for: a case's id, or a period such as 2019-04")
            @Size(max = 100)
            @Nullable
            String occurrence) {}

    record InterpretationBody(
            @NotNull InterpretationForm form,
            @NotBlank @Size(max = 500) String title,
            @NotNull @WebAddress URI url,
            @NotNull OffsetDateTime publishedAt) {}

    record CaseBody(
            @NotBlank @Size(max = 500) @Schema(description = "What it is about")
            String subject,

            @NotNull OffsetDateTime acceptedAt,

            @Schema(description = "Which clock it starts, in the rule's words; needed only where there are several")
            @Size(max = 100)
            @Nullable
            String trigger,

            @Valid @Nullable @Schema(description = "反映人: who brought it; sealed under a key of their own")
            PersonBody reporter) {}

    record ResponseBody(
            @NotBlank @Size(max = 500) String title,
            @NotNull @WebAddress URI url,
            @NotNull OffsetDateTime respondedAt) {}
}
