package gongkai.command.api;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.dispatch.Receipt;
import gongkai.command.dispatch.Streams;
import gongkai.command.domain.obligation.ObligationCommand;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.event.Event;
import gongkai.event.Identifier;
import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.http.Refuses;
import gongkai.http.WebAddress;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", consumes = "application/json", produces = "application/json")
@Tag(name = "Evidence 公开·解读·回应", description = "What a unit did about what it owes")
class EvidenceController {

    private final Dispatcher dispatcher;
    private final Streams streams;
    private final IdempotentAnswers answers;
    private final CurrentActor actor;
    private final InstantSource clock;

    EvidenceController(
            Dispatcher dispatcher,
            Streams streams,
            IdempotentAnswers answers,
            CurrentActor actor,
            InstantSource clock) {
        this.dispatcher = dispatcher;
        this.streams = streams;
        this.answers = answers;
        this.actor = actor;
        this.clock = clock;
    }

    @PostMapping("/obligations/{id}/publications")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record a publication 公开",
            description = "Evidence that the unit published what it owes: where and when. "
                    + "publishedAt is when it appeared, which may lie before today, never after now.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "OBLIGATION_UNKNOWN",
        "IN_FUTURE",
        "FORMED_AFTER_PUBLICATION",
        "IDEMPOTENCY_KEY_REUSED",
        "IDEMPOTENCY_KEY_IN_FLIGHT",
        "CONCURRENT_WRITE",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer recordPublication(
            @PathVariable String id,
            @Valid @RequestBody PublicationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return answers.once(idempotencyKey, List.of(id, body), WriteAnswer.class, () -> {
            var command = new RecordPublication(
                    id,
                    body.title().strip(),
                    body.url(),
                    instant(body.publishedAt()),
                    Optional.ofNullable(body.formedOn()),
                    Optional.ofNullable(body.documentNumber()),
                    clock.instant());
            return carryOut(command, PublicationRecorded.class, PublicationRecorded::publication);
        });
    }

    @PostMapping("/publications/{id}/interpretations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record an interpretation 解读",
            description = "An explanation of a publication, in a form such as TEXT, IMAGE or VIDEO.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "OBLIGATION_UNKNOWN",
        "PUBLICATION_UNKNOWN",
        "IN_FUTURE",
        "INTERPRETATION_BEFORE_PUBLICATION",
        "IDEMPOTENCY_KEY_REUSED",
        "IDEMPOTENCY_KEY_IN_FLIGHT",
        "CONCURRENT_WRITE",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer recordInterpretation(
            @PathVariable String id,
            @Valid @RequestBody InterpretationBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return answers.once(idempotencyKey, List.of(id, body), WriteAnswer.class, () -> {
            var command = new RecordInterpretation(
                    id, body.form(), body.title().strip(), body.url(), instant(body.publishedAt()), clock.instant());
            return carryOut(command, InterpretationRecorded.class, InterpretationRecorded::interpretation);
        });
    }

    @PostMapping("/obligations/{id}/cases")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record the acceptance of a case 受理",
            description =
                    "Starts the clock of an obligation that answers cases. The answer holds dueOn, the last day in "
                            + "Asia/Shanghai; the day of acceptance itself is not counted.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "OBLIGATION_UNKNOWN",
        "NO_CASES_HERE",
        "IN_FUTURE",
        "IDEMPOTENCY_KEY_REUSED",
        "IDEMPOTENCY_KEY_IN_FLIGHT",
        "CONCURRENT_WRITE",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer acceptCase(
            @PathVariable String id,
            @Valid @RequestBody CaseBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return answers.once(idempotencyKey, List.of(id, body), WriteAnswer.class, () -> {
            var calendar = streams.jurisdiction(Identifier.jurisdictionOf(id)).calendar();
            var receipt = dispatcher.dispatch(
                    actor.name(),
                    new AcceptCase(id, body.subject().strip(), instant(body.acceptedAt()), calendar, clock.instant()));
            var place = Place.of(receipt);
            var accepted = receipt.first(CaseAccepted.class).orElseThrow();
            return new WriteAnswer(
                    accepted.caseId(),
                    place.ledger(),
                    place.leaf(),
                    place.position(),
                    accepted.dueOn(),
                    Optional.of(accepted.provisional()));
        });
    }

    @PostMapping("/cases/{id}/responses")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a response 回应", description = "The unit's answer to an accepted case.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "OBLIGATION_UNKNOWN",
        "CASE_UNKNOWN",
        "IN_FUTURE",
        "RESPONSE_BEFORE_CASE",
        "IDEMPOTENCY_KEY_REUSED",
        "IDEMPOTENCY_KEY_IN_FLIGHT",
        "CONCURRENT_WRITE",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer recordResponse(
            @PathVariable String id,
            @Valid @RequestBody ResponseBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return answers.once(idempotencyKey, List.of(id, body), WriteAnswer.class, () -> {
            var command = new RecordResponse(
                    id, body.title().strip(), body.url(), instant(body.respondedAt()), clock.instant());
            return carryOut(command, ResponseRecorded.class, ResponseRecorded::response);
        });
    }

    private <E extends Event> WriteAnswer carryOut(
            ObligationCommand command, Class<E> recorded, Function<E, String> id) {
        Receipt receipt = dispatcher.dispatch(actor.name(), command);
        return WriteAnswer.of(id.apply(receipt.first(recorded).orElseThrow()), receipt);
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
            String documentNumber) {}

    record InterpretationBody(
            @NotNull InterpretationForm form,
            @NotBlank @Size(max = 500) String title,
            @NotNull @WebAddress URI url,
            @NotNull OffsetDateTime publishedAt) {}

    record CaseBody(
            @NotBlank @Size(max = 500) @Schema(description = "What it is about")
            String subject,

            @NotNull OffsetDateTime acceptedAt) {}

    record ResponseBody(
            @NotBlank @Size(max = 500) String title,
            @NotNull @WebAddress URI url,
            @NotNull OffsetDateTime respondedAt) {}
}
