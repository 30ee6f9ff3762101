package gongkai.query.deadline;

import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Subscription 订阅")
class CalendarAddressController {

    private final CalendarAddresses addresses;

    CalendarAddressController(CalendarAddresses addresses) {
        this.addresses = addresses;
    }

    @PostMapping(path = "/api/units/{unit}/calendar-addresses", produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open an address to which a calendar program subscribes",
            description =
                    "Calendar programs send no token: whoever knows the address reads this unit's due dates, as they are "
                            + "at each moment. It stands in this answer and is never shown again. A unit may have a hundred; with one "
                            + "more, the oldest ends.")
    @Refuses({"JURISDICTION_UNKNOWN", "UNIT_UNKNOWN"})
    CalendarAddress openCalendarAddress(@PathVariable String unit) {
        return new CalendarAddress(addresses.open(unit));
    }

    @DeleteMapping("/api/units/{unit}/calendar-addresses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Close all of a unit's calendar addresses",
            description = "When one has become known, or somebody left. Programs that are to go on need a new one.")
    @Refuses({})
    void closeCalendarAddresses(@PathVariable String unit) {
        addresses.closeAll(unit);
    }

    @GetMapping(path = CalendarAddresses.PATH, produces = "text/calendar;charset=UTF-8")
    @Operation(
            summary = "A unit's due dates, at a secret address",
            description = "What deadlines.ics of the unit says now. Takes no token: the address is the secret.")
    @Refuses({"CALENDAR_ADDRESS_UNKNOWN", "REQUEST_MALFORMED"})
    String giveCalendar(@PathVariable String secret) {
        return addresses.calendarAt(secret);
    }

    record CalendarAddress(
            @Schema(description = "To be kept as a password is: no token is asked for there")
            URI address) {}
}
