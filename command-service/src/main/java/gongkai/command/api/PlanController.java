package gongkai.command.api;

import gongkai.command.importing.PlanImport;
import gongkai.command.importing.UploadedTable;
import gongkai.event.Basis;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Plan 任务分解表", description = "One year's task table, from one document")
class PlanController {

    private final PlanImport plans;
    private final IdempotentAnswers answers;
    private final Places places;
    private final Actors actors;

    PlanController(PlanImport plans, IdempotentAnswers answers, Places places, Actors actors) {
        this.plans = plans;
        this.answers = answers;
        this.places = places;
        this.actors = actors;
    }

    @PostMapping(
            path = "/api/jurisdictions/{code}/plans",
            consumes = "multipart/form-data",
            produces = "application/json")
    @Operation(
            summary = "Import a task table",
            description =
                    "Reads the county's table (.docx, .xlsx, .csv in UTF-8 or GB18030, or the pasted text as .txt) and records each row as a task, with what it was read as, "
                            + "the questions that are open, and an obligation for each responsible unit. "
                            + "With dryRun=true it answers 200 with the same reading and records nothing. "
                            + "The same file again changes nothing. A corrected file for the same year shows under "
                            + "changes, row by row, what differs, and becomes amendments; one that keeps less than half of "
                            + "the rows is accepted only with reason and authority.")
    @ApiResponse(responseCode = "200", description = "A dry run: the reading alone", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Recorded, or recorded before", useReturnTypeSchema = true)
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "FILE_EMPTY",
        "FILE_TYPE_UNSUPPORTED",
        "FILE_DAMAGED",
        "TABLE_MISSING",
        "COLUMN_MISSING",
        "TABLE_TOO_LARGE",
        "RECORD_TOO_LARGE",
        "FILE_TOO_COMPLEX",
        "YEAR_CONTRADICTS_TITLE",
        "UNIT_UNKNOWN",
        "PLAN_EXISTS",
        "REQUEST_TOO_LARGE",
        "PERSON_ERASED",
        "IDEMPOTENCY_KEY_REUSED",
        "IDEMPOTENCY_KEY_IN_FLIGHT",
        "TEXT_UNWRITABLE",
        "CONCURRENT_WRITE",
        "TEMPORARILY_UNAVAILABLE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    ResponseEntity<PlanAnswer> importPlan(
            @PathVariable String code,
            @Parameter(description = "The table as .docx, .xlsx, .csv or .txt, at most 20 MB") @RequestPart
                    MultipartFile file,
            @Parameter(description = "The plan's year; it must agree with the title")
                    @RequestParam
                    @Min(2000)
                    @Max(2099)
                    int year,
            @Parameter(description = "印发日期, if known") @RequestParam(required = false) @Nullable LocalDate issuedOn,
            @Parameter(description = "Instead of the title above the table")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String title,
            @Parameter(description = "Why this document takes the place of the one imported before")
                    @RequestParam(required = false)
                    @Size(max = 1000)
                    @Nullable
                    String reason,
            @Parameter(description = "On what authority it does")
                    @RequestParam(required = false)
                    @Size(max = 500)
                    @Nullable
                    String authority,
            @Parameter(description = "Only show the reading") @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IdempotentAnswers.HEADER, required = false) @Nullable String idempotencyKey)
            throws IOException {
        var upload = new UploadedTable(
                fileName(file), file.getBytes(), year, Optional.ofNullable(issuedOn), Optional.ofNullable(title));
        var reading = plans.read(code, upload);
        var changes = plans.changes(reading);
        if (dryRun) {
            return ResponseEntity.ok(PlanAnswer.of(reading, changes, Optional.empty()));
        }
        var basis = reason == null || authority == null
                ? Optional.<Basis>empty()
                : Optional.of(new Basis(reason.strip(), authority.strip()));
        var request = List.of(
                code,
                year,
                String.valueOf(issuedOn),
                String.valueOf(title),
                String.valueOf(reason),
                String.valueOf(authority),
                file.getBytes());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(answers.once(idempotencyKey, request, PlanAnswer.class, () -> {
                    var receipt = plans.record(actors.in(code), reading, upload, basis);
                    return PlanAnswer.of(reading, changes, Optional.of(places.of(receipt, code)));
                }));
    }

    private static String fileName(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
