package gongkai.query.status;

import gongkai.event.Identifier;
import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Status 状态", description = "Counts by status, for a county and for a unit")
class StatusController {

    private final StatusBoard board;
    private final AsOfResolver times;

    StatusController(StatusBoard board, AsOfResolver times) {
        this.board = board;
        this.times = times;
    }

    @GetMapping("/jurisdictions/{code}/status")
    @Operation(
            summary = "A county's units with their counts",
            description =
                    "Every unit of the register with its obligations counted by status, its open breaches and the "
                            + "next end that is owed. Counts always sum to the unit's obligations.")
    @Refuses({"TIME_INVALID", "TIME_IN_FUTURE", "JURISDICTION_UNKNOWN", "POSITION_NOT_REACHED", "REQUEST_MALFORMED"})
    CountyStatus showCountyStatus(@PathVariable String code, @ParameterObject @ModelAttribute AsOfQuery query) {
        return board.county(code, times.resolve(query, code));
    }

    @GetMapping("/units/{unit}/status")
    @Operation(
            summary = "A unit's counts and obligations",
            description = "What the unit owes, how each stands, and by what evidence.")
    @Refuses({
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "UNIT_UNKNOWN",
        "POSITION_NOT_REACHED",
        "REQUEST_MALFORMED"
    })
    UnitStatus showUnitStatus(@PathVariable String unit, @ParameterObject @ModelAttribute AsOfQuery query) {
        return board.unit(unit, times.resolve(query, Identifier.jurisdictionOf(unit)));
    }
}
