package gongkai.query.trail;

import gongkai.event.Identifier;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.http.access.Caller;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.person.People;
import gongkai.query.person.Persons;
import gongkai.query.trail.TrailScope.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Trail 轨迹", description = "What happened, in order: when, who, why, and what it changed")
class TrailController {

    /** Of each trail, what stands in its description. */
    private static final String SHOWN =
            " In the order of the log, as far as it was known and had happened; what says how the table always read counts "
                    + "as having happened from the beginning. Each with both times, who, why, what it changed, and links to "
                    + "the record's bytes, its inclusion proof and the evidence.";

    private final Trails trails;
    private final TrailStore store;
    private final Persons persons;
    private final AsOfResolver times;

    TrailController(Trails trails, TrailStore store, Persons persons, AsOfResolver times) {
        this.trails = trails;
        this.store = store;
        this.persons = persons;
        this.times = times;
    }

    @GetMapping(path = "/api/obligations/{id}/trail", produces = "application/json")
    @Operation(summary = "Show an obligation's trail", description = "Every event of the obligation." + SHOWN)
    @ShowsTrail
    @Refuses("OBLIGATION_UNKNOWN")
    TrailPage showTrail(
            @PathVariable String id,
            @Valid @ParameterObject @ModelAttribute TrailFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        return page(Kind.OBLIGATION, id, filter, query);
    }

    @GetMapping(path = "/api/tasks/{id}/trail", produces = "application/json")
    @Operation(
            summary = "Show a task's trail",
            description = "Every event of the row and of what its units owe and did under it." + SHOWN)
    @ShowsTrail
    @Refuses("TASK_UNKNOWN")
    TrailPage showTaskTrail(
            @PathVariable String id,
            @Valid @ParameterObject @ModelAttribute TrailFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        return page(Kind.TASK, id, filter, query);
    }

    @GetMapping(path = "/api/units/{unit}/trail", produces = "application/json")
    @Operation(
            summary = "Show a unit's trail",
            description =
                    "Every event of its place in the register, and of each obligation while the unit owed it." + SHOWN)
    @ShowsTrail
    @Refuses("UNIT_UNKNOWN")
    TrailPage showUnitTrail(
            @PathVariable String unit,
            @Valid @ParameterObject @ModelAttribute TrailFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        return page(Kind.UNIT, unit, filter, query);
    }

    @GetMapping(path = "/api/plans/{id}/trail", produces = "application/json")
    @Operation(
            summary = "Show a plan's trail",
            description = "How the table was taken in, answered and corrected, row by row." + SHOWN)
    @ShowsTrail
    @Refuses("PLAN_UNKNOWN")
    TrailPage showPlanTrail(
            @PathVariable String id,
            @Valid @ParameterObject @ModelAttribute TrailFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        return page(Kind.PLAN, id, filter, query);
    }

    @GetMapping(path = "/api/jurisdictions/{code}/trail", produces = "application/json")
    @Operation(
            summary = "Show a county's trail",
            description = "Every event of its ledger; with «actor» all that one person recorded." + SHOWN)
    @ShowsTrail
    @Refuses("JURISDICTION_UNKNOWN")
    TrailPage showCountyTrail(
            @PathVariable String code,
            @Valid @ParameterObject @ModelAttribute TrailFilter filter,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        return page(Kind.JURISDICTION, code, filter, query);
    }

    @GetMapping(path = "/api/records/{position}", produces = "application/cloudevents+json")
    @Operation(
            summary = "Give a record",
            description =
                    "Its bytes as the ledger holds them: a CloudEvents 1.0 event in RFC 8785 JSON. SHA-256 over a zero byte and "
                            + "these bytes is its leaf in the Merkle tree.")
    @Refuses({"REQUEST_MALFORMED", "RECORD_UNKNOWN"})
    byte[] giveRecord(@PathVariable long position) {
        return store.ledgerOf(position)
                .filter(Caller.current()::sees)
                .flatMap(_ -> store.bytes(position))
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.RECORD_UNKNOWN,
                        "No record has come here from position %d of the log.".formatted(position)));
    }

    private TrailPage page(Kind kind, String id, TrailFilter filter, AsOfQuery query) {
        var trail = trails.of(new TrailScope(kind, id), filter, times.resolve(query, Identifier.jurisdictionOf(id)));
        return TrailPage.of(trail, trail.people(persons));
    }

    record TrailPage(
            List<TrailItem> items,

            @Schema(description = "Send it as cursor for what follows; absent at the end")
            Optional<Long> next,

            AnsweredAsOf asOf) {

        static TrailPage of(Trail it, People people) {
            return new TrailPage(
                    it.entries().stream()
                            .map(entry -> TrailItem.of(entry, people, it.size()))
                            .toList(),
                    it.next(),
                    it.asOf());
        }
    }
}
