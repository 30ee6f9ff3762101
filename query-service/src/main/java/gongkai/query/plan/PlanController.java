package gongkai.query.plan;

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
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plan 任务分解表", description = "One year's task table as it stands")
class PlanController {

    private final Plans plans;
    private final AsOfResolver times;

    PlanController(Plans plans, AsOfResolver times) {
        this.plans = plans;
        this.times = times;
    }

    @GetMapping(path = "/api/plans/{id}", produces = "application/json")
    @Operation(
            summary = "Show a plan",
            description = "Each row as answers and corrections have left it, with the questions that are still open.")
    @Refuses({"TIME_INVALID", "TIME_IN_FUTURE", "PLAN_UNKNOWN", "POSITION_NOT_REACHED"})
    PlanItem showPlan(@PathVariable String id, @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        return PlanItem.of(plans.byId(id, asOf), asOf);
    }
}
