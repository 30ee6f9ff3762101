package gongkai.query.deadline;

import gongkai.event.Identifier;
import gongkai.event.UnitEntry;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.Obligations;
import gongkai.query.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Status 状态")
class DeadlineController {

    private final Obligations obligations;
    private final RecordStore records;
    private final AsOfResolver times;

    DeadlineController(Obligations obligations, RecordStore records, AsOfResolver times) {
        this.obligations = obligations;
        this.records = records;
        this.times = times;
    }

    @GetMapping(path = "/api/units/{unit}/deadlines.ics", produces = "text/calendar;charset=UTF-8")
    @Operation(
            summary = "A unit's due dates as a calendar",
            description =
                    "iCalendar (RFC 5545), to subscribe to: one entry for each due instance, done ones with a ✓. An entry "
                            + "keeps its UID when it moves. Duties without an end are not in it.")
    @Refuses({
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "UNIT_UNKNOWN",
        "POSITION_NOT_REACHED",
        "REQUEST_MALFORMED"
    })
    String giveDeadlines(@PathVariable String unit, @ParameterObject @ModelAttribute AsOfQuery query) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(unit));
        var jurisdiction = obligations.jurisdiction(Identifier.jurisdictionOf(unit), asOf);
        var owed = obligations.ofUnit(jurisdiction, unit, asOf);
        var entry = Optional.ofNullable(jurisdiction.units().get(unit));
        if (owed.isEmpty() && entry.isEmpty()) {
            throw new ProblemException(
                    QueryProblem.UNIT_UNKNOWN,
                    "%s has no unit «%s»; its status lists all of them.".formatted(jurisdiction.name(), unit));
        }
        var name = entry.map(UnitEntry::name).orElse(unit);
        var calendar = new DeadlineCalendar(name + " 政务公开期限", asOf.asOf().at());
        owed.stream()
                .flatMap(it -> Deadline.of(it, asOf.asOf()))
                .forEach(
                        it -> calendar.add(it, records.recordedAt(it.position()).orElseGet(asOf.asOf()::at)));
        return calendar.text();
    }
}
