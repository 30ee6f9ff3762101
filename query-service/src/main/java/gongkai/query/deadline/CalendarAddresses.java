package gongkai.query.deadline;

import gongkai.event.Identifier;
import gongkai.http.ProblemException;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Secret addresses of units' calendars: calendar programs send no token, so whoever knows an address reads that unit's due dates,
 * and nothing else, until all of the unit's are closed.
 */
@Component
public class CalendarAddresses {

    static final String PATH = "/api/deadlines/{secret}.ics";

    private final AddressStore store;
    private final UnitCalendar calendar;
    private final AsOfResolver times;

    CalendarAddresses(AddressStore store, UnitCalendar calendar, AsOfResolver times) {
        this.store = store;
        this.calendar = calendar;
        this.times = times;
    }

    /**
     * A new address, for use within a request; nobody can be told it again.
     *
     * @throws ProblemException when there is no such unit
     */
    public URI open(String unit) {
        // Refuses what is no unit, as its calendar would be.
        calendarOf(unit);
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PATH)
                .buildAndExpand(store.open(unit))
                .toUri();
    }

    /** None of the unit's addresses leads anywhere any more. */
    public void closeAll(String unit) {
        store.closeAll(unit);
    }

    /** @throws ProblemException when there never was such an address, or it was closed */
    String calendarAt(String secret) {
        return calendarOf(store.unitOf(secret)
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.CALENDAR_ADDRESS_UNKNOWN,
                        "No calendar is at this address, or it was closed. Get a new one on the unit's page.")));
    }

    private String calendarOf(String unit) {
        return calendar.of(unit, times.resolve(AsOfQuery.NOW, Identifier.jurisdictionOf(unit)));
    }
}
