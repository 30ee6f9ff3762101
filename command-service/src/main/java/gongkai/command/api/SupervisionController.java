package gongkai.command.api;

import gongkai.command.dispatch.Streams;
import gongkai.command.domain.obligation.ObligationCommand.AcknowledgeObligation;
import gongkai.command.domain.obligation.ObligationCommand.CloseObligation;
import gongkai.command.domain.obligation.ObligationCommand.ExtendObligation;
import gongkai.command.domain.obligation.ObligationCommand.ReviewObligation;
import gongkai.command.domain.obligation.ObligationCommand.WaiveObligation;
import gongkai.event.Identifier;
import gongkai.event.ReviewOutcome;
import gongkai.http.Refuses;
import gongkai.time.WorkingCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/obligations/{id}", consumes = "application/json", produces = "application/json")
@Tag(
        name = "Supervision 督办",
        description = "Acknowledge, review and close; extend and waive: each with who, why and on what authority")
class SupervisionController {

    private final Writes writes;
    private final Streams streams;
    private final InstantSource clock;

    SupervisionController(Writes writes, Streams streams, InstantSource clock) {
        this.writes = writes;
        this.streams = streams;
        this.clock = clock;
    }

    @PostMapping("/acknowledgements")
    @Appends
    @Operation(summary = "Acknowledge an obligation 签收", description = "The unit says that it knows what it owes.")
    @Refuses({"OBLIGATION_UNKNOWN", "ALREADY_SO"})
    WriteAnswer acknowledge(
            @PathVariable String id,
            @Valid @RequestBody AcknowledgementBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "acknowledgement",
                id,
                body,
                () -> new AcknowledgeObligation(id, Optional.ofNullable(body.reason()), clock.instant()));
    }

    @PostMapping("/reviews")
    @Appends
    @Operation(
            summary = "Review the evidence 复核",
            description =
                    "ACCEPTED lets it stand; RETURNED takes it out of the count until new evidence comes, or a later review accepts it.")
    @Refuses({"OBLIGATION_UNKNOWN", "NOTHING_TO_REVIEW", "EVIDENCE_UNKNOWN"})
    WriteAnswer review(
            @PathVariable String id,
            @Valid @RequestBody ReviewBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "review",
                id,
                body,
                () -> new ReviewObligation(
                        id,
                        body.outcome(),
                        body.evidence() == null ? List.of() : body.evidence(),
                        body.basis(),
                        clock.instant()));
    }

    @PostMapping("/closures")
    @Appends
    @Operation(
            summary = "Close an obligation 销号",
            description = "Possible once nothing is owed and the newest review accepted the evidence.")
    @Refuses({"OBLIGATION_UNKNOWN", "NOT_YET_CLOSABLE", "ALREADY_SO"})
    WriteAnswer close(
            @PathVariable String id,
            @Valid @RequestBody BasisBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "closure",
                id,
                body,
                () -> new CloseObligation(id, body.basis(), calendarOf(id), clock.instant()));
    }

    @PostMapping("/extensions")
    @Appends
    @Operation(
            summary = "Extend a due date 延期",
            description =
                    "Moves the last day of one open due instance. Time that was late before the extension stays on record.")
    @Refuses({"OBLIGATION_UNKNOWN", "OCCURRENCE_UNKNOWN", "EXTENSION_NOT_LATER", "EXTENSION_TOO_LONG"})
    WriteAnswer extend(
            @PathVariable String id,
            @Valid @RequestBody ExtensionBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "extension",
                id,
                body,
                () -> new ExtendObligation(
                        id,
                        Optional.ofNullable(body.occurrence()),
                        body.dueOn(),
                        body.basis(),
                        calendarOf(id),
                        clock.instant()));
    }

    @PostMapping("/waivers")
    @Appends
    @Operation(
            summary = "Waive an obligation 免除",
            description = "Nobody expects it any more. Time that was late before the waiver stays on record.")
    @Refuses({"OBLIGATION_UNKNOWN", "ALREADY_SO"})
    WriteAnswer waive(
            @PathVariable String id,
            @Valid @RequestBody BasisBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey, "waiver", id, body, () -> new WaiveObligation(id, body.basis(), clock.instant()));
    }

    private WorkingCalendar calendarOf(String id) {
        return streams.jurisdiction(Identifier.jurisdictionOf(id)).calendar();
    }

    record AcknowledgementBody(
            @Size(max = 1000) @Schema(description = "A remark, if there is one") @Nullable
            String reason,

            @Size(max = 500) @Nullable String authority) {}

    record ReviewBody(
            @NotNull ReviewOutcome outcome,

            @Size(max = 500) @Schema(description = "Ids of what was looked at; left out: all that stands") @Nullable
            List<@NotBlank String> evidence,

            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}

    record ExtensionBody(
            @NotNull @Schema(description = "The new last day, Asia/Shanghai")
            LocalDate dueOn,

            @Schema(description = "Which due instance; needed only where several are open") @Size(max = 100) @Nullable
            String occurrence,

            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}
}
