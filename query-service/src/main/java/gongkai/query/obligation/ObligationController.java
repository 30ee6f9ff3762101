package gongkai.query.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gongkai.event.Identifier;
import gongkai.http.Refuses;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.person.Persons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/obligations", produces = "application/json")
@Tag(name = "Obligation 责任事项", description = "Task × unit: what one unit owes, and how it stands")
class ObligationController {

    private final Obligations obligations;
    private final Persons persons;
    private final AsOfResolver times;

    ObligationController(Obligations obligations, Persons persons, AsOfResolver times) {
        this.obligations = obligations;
        this.persons = persons;
        this.times = times;
    }

    @GetMapping
    @Operation(
            summary = "List obligations",
            description = "By county, unit, status, due date or words, in the order of their ids.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "POSITION_NOT_REACHED"
    })
    Page<ObligationItem> listObligations(
            @Valid @ParameterObject @ModelAttribute ObligationFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, filter.ledger(), filter.cursor());
        var items = obligations.find(filter.jurisdiction(), filter.unit(), asOf).stream()
                .map(it -> item(it, asOf))
                .filter(filter::shows)
                .toList();
        return Page.of(items, ObligationItem::id, filter.cursor(), filter.limit(), asOf);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show one obligation", description = "How it stands, with its evidence in order of time.")
    @Refuses({"TIME_INVALID", "TIME_IN_FUTURE", "JURISDICTION_UNKNOWN", "OBLIGATION_UNKNOWN", "POSITION_NOT_REACHED"})
    ObligationAnswer showObligation(@PathVariable String id, @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        var judged = obligations.byId(id, asOf);
        return new ObligationAnswer(
                item(judged, asOf), Reporter.of(judged, Identifier.jurisdictionOf(id), asOf, persons), asOf);
    }

    private static ObligationItem item(Judged it, AnsweredAsOf asOf) {
        return ObligationItem.of(it.facts(), it.rule(), asOf.asOf());
    }

    record ObligationAnswer(@JsonUnwrapped ObligationItem item, List<Reporter> reporters, AnsweredAsOf asOf) {}
}
