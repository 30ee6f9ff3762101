package gongkai.query.deadline;

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
@Tag(name = "Status 状态")
class DeadlineController {

    private final UnitCalendar calendar;
    private final AsOfResolver times;

    DeadlineController(UnitCalendar calendar, AsOfResolver times) {
        this.calendar = calendar;
        this.times = times;
    }

    @GetMapping(path = "/api/units/{unit}/deadlines.ics", produces = "text/calendar;charset=UTF-8")
    @Operation(
            summary = "A unit's due dates as a calendar",
            description =
                    "iCalendar (RFC 5545): one entry for each due instance, done ones with a ✓. An entry keeps its UID when "
                            + "it moves. Duties without an end are not in it. To subscribe to it, open a calendar address.")
    @Refuses({
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "UNIT_UNKNOWN",
        "POSITION_NOT_REACHED",
        "REQUEST_MALFORMED"
    })
    String giveDeadlines(@PathVariable String unit, @ParameterObject @ModelAttribute AsOfQuery query) {
        return calendar.of(unit, times.resolve(query, Identifier.jurisdictionOf(unit)));
    }
}
