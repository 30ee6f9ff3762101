package gongkai.query.dashboard;

import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.difference.DifferenceQuery;
import gongkai.query.difference.DifferenceReader;
import gongkai.query.obligation.Obligations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What changed between two states of knowledge, as an inspector reads it. */
@Controller
class DifferencePageController {

    private final DifferenceReader reader;
    private final Obligations obligations;
    private final AsOfResolver times;

    DifferencePageController(DifferenceReader reader, Obligations obligations, AsOfResolver times) {
        this.reader = reader;
        this.obligations = obligations;
        this.times = times;
    }

    /** Without «from» there is nothing to compare yet, only the form. */
    @GetMapping("/jurisdictions/{code}/difference")
    String difference(@PathVariable String code, @ModelAttribute DifferenceQuery query, Model model) {
        model.addAttribute("query", query);
        if (query.from() == null || query.from().isBlank()) {
            var asOf = times.resolve(new AsOfQuery(query.at(), null, query.minPosition()), code);
            model.addAttribute("county", obligations.jurisdiction(code, asOf));
            model.addAttribute("asOf", asOf);
            return "difference";
        }
        var difference = reader.read(code, query);
        model.addAttribute("county", obligations.jurisdiction(code, difference.asOf()));
        model.addAttribute("difference", difference);
        model.addAttribute("asOf", difference.asOf());
        return "difference";
    }
}
