package gongkai.query.explanation;

import gongkai.event.Identifier;
import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Explanation 说明", description = "How a date came to be")
class ExplanationController {

    private final Obligations obligations;
    private final AsOfResolver times;

    ExplanationController(Obligations obligations, AsOfResolver times) {
        this.obligations = obligations;
        this.times = times;
    }

    @GetMapping(path = "/api/obligations/{id}/explanation", produces = "application/json")
    @Operation(
            summary = "Explain an obligation's dates",
            description =
                    "Each due instance with the words of its rule, what started its clock, the days counted and "
                            + "skipped with the notice that says so, and the date counted anew; then the statutes above the rule.")
    @Refuses({"TIME_INVALID", "TIME_IN_FUTURE", "OBLIGATION_UNKNOWN", "JURISDICTION_UNKNOWN", "POSITION_NOT_REACHED"})
    ObligationExplanation explainObligation(@PathVariable String id, @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        return ObligationExplanation.of(obligations.byId(id, asOf), asOf);
    }
}
