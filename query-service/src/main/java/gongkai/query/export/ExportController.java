package gongkai.query.export;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.Obligations;
import gongkai.query.office.OfficeFormat;
import gongkai.query.plan.Plans;
import gongkai.status.PlanFacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Export 导出", description = "The task table as an office files it")
class ExportController {

    private final Plans plans;
    private final Obligations obligations;
    private final PlanExport export;
    private final AsOfResolver times;

    ExportController(Plans plans, Obligations obligations, PlanExport export, AsOfResolver times) {
        this.plans = plans;
        this.obligations = obligations;
        this.export = export;
        this.times = times;
    }

    @GetMapping(
            path = "/api/jurisdictions/{code}/export",
            produces = {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "text/csv"
            })
    @Operation(
            summary = "Export the task table with its status",
            description =
                    "The original columns in their own layout, to the character, merged cells merged again, and beside "
                            + "them how each row stands, when it was done, how late it is and the evidence. What a spreadsheet could "
                            + "take for a formula goes out as text. The same question gives the same bytes.")
    @Refuses({
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "PLAN_UNKNOWN",
        "POSITION_NOT_REACHED",
        "REQUEST_MALFORMED"
    })
    ResponseEntity<byte[]> exportPlan(
            @PathVariable String code,
            @Parameter(example = "docx", schema = @Schema(allowableValues = {"docx", "xlsx", "csv"}))
                    @RequestParam(defaultValue = "docx")
                    String format,
            @Parameter(description = "A plan's id; left out: the newest", example = "610926-2019")
                    @RequestParam(required = false)
                    @Nullable
                    String plan,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        var office = formatOf(format);
        var asOf = times.resolve(query, code);
        obligations.jurisdiction(code, asOf);
        var facts = planOf(code, plan, asOf);
        var name = ContentDisposition.attachment()
                .filename(facts.plan() + "-" + asOf.at().toLocalDate() + "." + office.ending(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(office.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(office.write(export.of(code, facts, asOf)));
    }

    private PlanFacts planOf(String code, @Nullable String plan, AnsweredAsOf asOf) {
        return plans.ofJurisdiction(code, asOf).stream()
                .filter(it -> plan == null || it.plan().equals(plan))
                .max(Comparator.comparingInt(PlanFacts::year))
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.PLAN_UNKNOWN,
                        "%s had no plan%s at position %d."
                                .formatted(code, plan == null ? "" : " «" + plan + "»", asOf.position())));
    }

    private static OfficeFormat formatOf(String format) {
        return Stream.of(OfficeFormat.values())
                .filter(it -> it.ending().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FIELD_INVALID,
                        "«format» cannot be «%s»; docx, xlsx or csv is expected.".formatted(format),
                        Map.of("field", "format")));
    }
}
