package gongkai.query.dashboard;

import gongkai.event.Identifier;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.breach.Breaches;
import gongkai.query.bulletin.BulletinBoard;
import gongkai.query.explanation.ObligationExplanation;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.plan.PlanItem;
import gongkai.query.plan.Plans;
import gongkai.query.record.RecordStore;
import gongkai.query.status.StatusBoard;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for people. */
@Controller
class PageController {

    private final RecordStore records;
    private final StatusBoard board;
    private final Breaches breaches;
    private final Obligations obligations;
    private final Plans plans;
    private final BulletinBoard bulletins;
    private final AsOfResolver times;

    PageController(
            RecordStore records,
            StatusBoard board,
            Breaches breaches,
            Obligations obligations,
            Plans plans,
            BulletinBoard bulletins,
            AsOfResolver times) {
        this.records = records;
        this.board = board;
        this.breaches = breaches;
        this.obligations = obligations;
        this.plans = plans;
        this.bulletins = bulletins;
        this.times = times;
    }

    /** The one county there is; a choice when there are several, the next step when there is none. */
    @GetMapping("/")
    String home(@ModelAttribute AsOfQuery query, Model model) {
        var codes = records.jurisdictions();
        if (codes.size() == 1) {
            return county(codes.getFirst(), query, model);
        }
        var asOf = times.resolve(query);
        model.addAttribute(
                "counties",
                codes.stream()
                        .flatMap(it -> records.jurisdiction(it, asOf.position()).stream())
                        .toList());
        return "home";
    }

    @GetMapping("/jurisdictions/{code}")
    String county(@PathVariable String code, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query);
        var county = board.county(code, asOf);
        model.addAttribute("county", county);
        model.addAttribute("totals", CountyTotals.of(county));
        model.addAttribute("breaches", breaches.find(code, null, true, asOf));
        model.addAttribute(
                "plans",
                plans.ofJurisdiction(code, asOf).stream()
                        .map(it -> PlanItem.of(it, asOf))
                        .toList());
        model.addAttribute("asOf", asOf);
        return "county";
    }

    @GetMapping("/jurisdictions/{code}/bulletins/{month}")
    String bulletin(
            @PathVariable String code,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Integer issue,
            @ModelAttribute AsOfQuery query,
            Model model) {
        model.addAttribute("issues", bulletins.issuesOf(code, month, times.resolve(query)));
        // Last: what the bulletin speaks of is what goes on record.
        var bulletin = bulletins.of(code, month, issue, query);
        model.addAttribute("bulletin", bulletin);
        model.addAttribute("month", month);
        model.addAttribute("asOf", bulletin.asOf());
        return "bulletin";
    }

    @GetMapping("/units/{unit}")
    String unit(@PathVariable String unit, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query);
        model.addAttribute("unit", board.unit(unit, asOf));
        model.addAttribute("county", obligations.jurisdiction(Identifier.jurisdictionOf(unit), asOf));
        model.addAttribute("asOf", asOf);
        return "unit";
    }

    @GetMapping("/obligations/{id}")
    String obligation(@PathVariable String id, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query);
        var judged = obligations.byId(id, asOf);
        model.addAttribute("obligation", ObligationItem.of(judged.facts(), judged.rule(), asOf.asOf()));
        model.addAttribute("text", judged.facts().at(asOf.asOf()).text());
        model.addAttribute("explanation", ObligationExplanation.of(judged, asOf));
        model.addAttribute("breaches", breaches.of(id, asOf));
        model.addAttribute("trail", records.stream(id, asOf.position()));
        model.addAttribute("county", obligations.jurisdiction(Identifier.jurisdictionOf(id), asOf));
        model.addAttribute("asOf", asOf);
        return "obligation";
    }

    @GetMapping("/plans/{id}")
    String plan(@PathVariable String id, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query);
        model.addAttribute("plan", PlanItem.of(plans.byId(id, asOf), asOf));
        model.addAttribute("county", obligations.jurisdiction(Identifier.jurisdictionOf(id), asOf));
        model.addAttribute("asOf", asOf);
        return "plan";
    }
}
