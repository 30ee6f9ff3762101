package gongkai.query.trail;

import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Trail 轨迹", description = "What happened, in order")
class TrailController {

    private final RecordStore records;
    private final AsOfResolver times;

    TrailController(RecordStore records, AsOfResolver times) {
        this.records = records;
        this.times = times;
    }

    @GetMapping(path = "/api/obligations/{id}/trail", produces = "application/json")
    @Operation(
            summary = "Show an obligation's trail",
            description =
                    "Every event of the obligation in the order of the log, as far as it was known and had happened.")
    @Refuses({"TIME_INVALID", "TIME_IN_FUTURE", "OBLIGATION_UNKNOWN", "POSITION_NOT_REACHED", "REQUEST_MALFORMED"})
    Trail showTrail(@PathVariable String id, @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        var known = records.streamWithData(id, asOf.position());
        if (known.isEmpty() || !(known.getFirst().record().event() instanceof ObligationAssigned)) {
            throw new ProblemException(
                    QueryProblem.OBLIGATION_UNKNOWN,
                    "No obligation «%s» was known at position %d.".formatted(id, asOf.position()));
        }
        return new Trail(known.stream().map(TrailItem::of).toList(), asOf);
    }

    record Trail(List<TrailItem> items, AnsweredAsOf asOf) {}
}
