package gongkai.query.difference;

import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Difference 变化", description = "What changed between two states of knowledge, and through which events")
class DifferenceController {

    private final DifferenceReader reader;

    DifferenceController(DifferenceReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/api/jurisdictions/{code}/diff", produces = "application/json")
    @Operation(
            summary = "Compare two states of knowledge",
            description =
                    "How the county looks at one moment by what was known then and by what is known later: each obligation "
                            + "whose status, due date, breaches or evidence differ, with the events that made it so. What was recorded "
                            + "on a later day than it happened (补录) says so, and a unit that was shown late stays shown as such.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "TIMES_REVERSED",
        "JURISDICTION_UNKNOWN",
        "POSITION_NOT_REACHED"
    })
    Difference showDifference(
            @PathVariable String code, @Valid @ParameterObject @ModelAttribute DifferenceQuery query) {
        return reader.read(code, query);
    }
}
