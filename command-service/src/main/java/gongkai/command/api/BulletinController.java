package gongkai.command.api;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin.Span;
import gongkai.command.ledger.Head;
import gongkai.command.ledger.Ledger;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bulletin 通报", description = "A month's bulletin is issued; the query API shows it")
class BulletinController {

    private final Writes writes;
    private final Ledger ledger;
    private final InstantSource clock;

    BulletinController(Writes writes, Ledger ledger, InstantSource clock) {
        this.writes = writes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/jurisdictions/{code}/bulletins",
            consumes = "application/json",
            produces = "application/json")
    @Appends
    @Operation(
            summary = "Issue a month's bulletin 通报",
            description = "Records the moment and the position that it speaks of, so that it reads the same for ever. "
                    + "Issuing the same month again is a correction with a number of its own.")
    @Refuses({"IN_FUTURE", "POSITION_OUTSIDE"})
    WriteAnswer issueBulletin(
            @PathVariable String code,
            @Valid @RequestBody BulletinBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                code,
                body,
                () -> command(code, body),
                BulletinIssued.class,
                (issued, receipt) -> WriteAnswer.of(issued.bulletin(), receipt));
    }

    private IssueBulletin command(String code, BulletinBody body) {
        var span = ledger.head(code)
                .map(Head::position)
                .map(last -> new Span(ledger.readStream(code, 0).getFirst().position(), last))
                .orElseThrow(() -> Rejection.JURISDICTION_UNKNOWN.because(
                        "There is no jurisdiction «%s»; open its ledger first with PUT /api/jurisdictions/%s."
                                .formatted(code, code)));
        var position = Optional.ofNullable(body.position()).orElse(span.last());
        return new IssueBulletin(code, body.month(), position, span, body.basis(), clock.instant());
    }

    record BulletinBody(
            @NotNull @Schema(type = "string", description = "The month, which must have begun", example = "2019-05")
            YearMonth month,

            @PositiveOrZero
            @Nullable
            @Schema(description = "The last position that it knows; left out: the newest of the ledger")
            Long position,

            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}
}
