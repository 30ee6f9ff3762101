package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Caller;
import gongkai.query.deadline.CalendarAddresses;
import gongkai.query.obligation.Obligations;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody gets the address to which their calendar program subscribes, and closes those that became known. */
@Controller
@RequestMapping("/desk/units/{unit}/calendar")
class CalendarAddressPages {

    private final CalendarAddresses addresses;
    private final Obligations obligations;
    private final AccessMatrix matrix;
    private final DeskPages pages;

    CalendarAddressPages(CalendarAddresses addresses, Obligations obligations, AccessMatrix matrix, DeskPages pages) {
        this.addresses = addresses;
        this.obligations = obligations;
        this.matrix = matrix;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String unit) {
        return page(unit);
    }

    /** The page that answers holds the secret; it is no address that one could come back to. */
    @PostMapping
    ModelAndView open(@PathVariable String unit) {
        return page(unit).addObject("address", addresses.open(unit));
    }

    @PostMapping("/closing")
    ModelAndView close(@PathVariable String unit) {
        addresses.closeAll(unit);
        return page(unit).addObject("closed", true);
    }

    private ModelAndView page(String unit) {
        var asOf = pages.now();
        var entry = obligations
                .jurisdiction(Identifier.jurisdictionOf(unit), asOf)
                .units()
                .get(unit);
        return DeskPages.page(
                "desk-deadlines",
                asOf,
                Map.of(
                        "unit",
                        unit,
                        "name",
                        entry == null ? unit : entry.name(),
                        "closes",
                        matrix.offers("POST", "/desk/units/{unit}/calendar/closing", Caller.current())));
    }
}
