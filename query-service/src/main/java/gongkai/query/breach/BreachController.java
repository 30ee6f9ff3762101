package gongkai.query.breach;

import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/breaches", produces = "application/json")
@Tag(name = "Breach 逾期", description = "Due moments that passed without qualifying evidence")
class BreachController {

    private final Breaches breaches;
    private final AsOfResolver times;

    BreachController(Breaches breaches, AsOfResolver times) {
        this.breaches = breaches;
        this.times = times;
    }

    @GetMapping
    @Operation(
            summary = "List breaches",
            description = "With when each began and was cured. Later evidence cures a breach, it never erases it.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "POSITION_NOT_REACHED"
    })
    Page<BreachItem> listBreaches(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "true: only open ones; false: only cured ones")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(500) @Nullable Integer limit,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Obligations.ledgerOf(jurisdiction, unit), cursor);
        return Page.of(breaches.find(jurisdiction, unit, open, asOf), BreachItem::id, cursor, limit, asOf);
    }
}
