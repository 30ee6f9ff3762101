package gongkai.command.api;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.domain.jurisdiction.JurisdictionCommand;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.AdoptCalendar;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.MergeUnits;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ReplaceUnits;
import gongkai.command.importing.UnitRegisterReader;
import gongkai.http.Refuses;
import gongkai.time.ChinaTime;
import gongkai.time.HolidayArrangement;
import gongkai.time.StateCouncilNotices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/jurisdictions/{code}", produces = "application/json")
@Tag(name = "Jurisdiction 行政区划", description = "A county, its unit register and its working calendar")
class JurisdictionController {

    private final Dispatcher dispatcher;
    private final UnitRegisterReader registers;
    private final Places places;
    private final Writes writes;
    private final Actors actors;
    private final InstantSource clock;

    JurisdictionController(
            Dispatcher dispatcher,
            UnitRegisterReader registers,
            Places places,
            Writes writes,
            Actors actors,
            InstantSource clock) {
        this.dispatcher = dispatcher;
        this.registers = registers;
        this.places = places;
        this.writes = writes;
        this.actors = actors;
        this.clock = clock;
    }

    @PutMapping(consumes = "application/json")
    @Operation(
            summary = "Open a county's ledger, or rename the county",
            description = "The first call opens the ledger and adopts the holiday arrangements issued by then. "
                    + "Saying the same again changes nothing.")
    @Refuses({
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "FIELD_INVALID",
        "PERSON_ERASED",
        "TEXT_UNWRITABLE",
        "CONCURRENT_WRITE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer putJurisdiction(
            @PathVariable @Pattern(regexp = "\\d{6}", message = "must be a GB/T 2260 code of six digits") String code,
            @Valid @RequestBody JurisdictionBody body) {
        var now = clock.instant();
        return carryOut(
                code,
                new RegisterJurisdiction(
                        code, body.name().strip(), StateCouncilNotices.issuedBy(ChinaTime.dateOf(now)), now));
    }

    @PutMapping(path = "/units", consumes = "text/csv")
    @Operation(
            summary = "Replace the unit register",
            description = "The whole register as CSV in UTF-8: code,name,kind,aliases (aliases split by ;). "
                    + "Kinds: TOWN, DEPARTMENT, AGENCY. Who is not in it leaves; what a unit owes stays its own.")
    @Refuses({
        "REQUEST_TOO_LARGE",
        "JURISDICTION_UNKNOWN",
        "UNIT_REGISTER_INVALID",
        "UNIT_OF_ANOTHER_JURISDICTION",
        "MEDIA_TYPE_UNSUPPORTED",
        "PERSON_ERASED",
        "TEXT_UNWRITABLE",
        "CONCURRENT_WRITE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer putUnits(
            @PathVariable String code,
            @Parameter(
                            description =
                                    "From which day on the register reads so; left out: it corrects how the register always read")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate effectiveOn,
            @RequestBody @Size(max = 1_000_000) String csv) {
        return carryOut(
                code, new ReplaceUnits(code, registers.read(csv), Optional.ofNullable(effectiveOn), clock.instant()));
    }

    @PostMapping(path = "/units/{unit}/mergers", consumes = "application/json")
    @Appends
    @Operation(
            summary = "Merge a unit into another",
            description = "The unit leaves the register, and the other takes over what it owes from then on.")
    @Refuses({"UNIT_UNKNOWN", "IN_FUTURE", "ALREADY_SO"})
    WriteAnswer mergeUnits(
            @PathVariable String code,
            @PathVariable String unit,
            @Valid @RequestBody MergerBody body,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey) {
        return writes.once(
                idempotencyKey,
                "merger",
                unit,
                body,
                () -> new MergeUnits(code, unit, body.into(), body.effectiveOn(), body.basis(), clock.instant()));
    }

    @PutMapping(path = "/calendars/{year}", consumes = "application/json")
    @Operation(
            summary = "Adopt a year's holiday arrangement",
            description = "What a State Council notice arranges: days off, and weekend days that are worked. "
                    + "A later notice replaces the earlier one of the same year.")
    @Refuses({
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "CALENDAR_DAY_CONTRADICTORY",
        "CALENDAR_DAY_OUTSIDE",
        "CALENDAR_SUPERSEDED",
        "IN_FUTURE",
        "PERSON_ERASED",
        "TEXT_UNWRITABLE",
        "CONCURRENT_WRITE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer putCalendar(
            @PathVariable String code,
            @PathVariable @Min(2000) @Max(2099) int year,
            @Valid @RequestBody CalendarBody body) {
        var arrangement =
                new HolidayArrangement(year, body.notice().strip(), body.issuedOn(), body.holidays(), body.workdays());
        return carryOut(code, new AdoptCalendar(code, arrangement, clock.instant()));
    }

    private WriteAnswer carryOut(String code, JurisdictionCommand command) {
        return WriteAnswer.of(code, places.of(dispatcher.dispatch(actors.in(code), command), code));
    }

    record JurisdictionBody(@NotBlank @Size(max = 100) String name) {}

    record MergerBody(
            @NotBlank @Size(max = 20) @Schema(description = "The code of the unit that takes over")
            String into,

            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String authority)
            implements Reasoned {}

    record CalendarBody(
            @NotBlank @Size(max = 200) String notice,
            @NotNull LocalDate issuedOn,
            @NotNull @Size(max = 366) Set<@NotNull LocalDate> holidays,
            @NotNull @Size(max = 366) Set<@NotNull LocalDate> workdays) {}
}
