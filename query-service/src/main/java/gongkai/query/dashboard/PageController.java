package gongkai.query.dashboard;

import gongkai.event.Identifier;
import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Caller;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.bulletin.BulletinBoard;
import gongkai.query.obligation.Obligations;
import gongkai.query.plan.PlanItem;
import gongkai.query.plan.Plans;
import gongkai.query.record.RecordStore;
import gongkai.query.status.StatusBoard;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for those who look at a whole county. */
@Controller
class PageController {

    private final RecordStore records;
    private final StatusBoard board;
    private final Obligations obligations;
    private final Plans plans;
    private final BulletinBoard bulletins;
    private final AsOfResolver times;
    private final AccessMatrix matrix;

    PageController(
            RecordStore records,
            StatusBoard board,
            Obligations obligations,
            Plans plans,
            BulletinBoard bulletins,
            AsOfResolver times,
            AccessMatrix matrix) {
        this.records = records;
        this.board = board;
        this.obligations = obligations;
        this.plans = plans;
        this.bulletins = bulletins;
        this.times = times;
        this.matrix = matrix;
    }

    /** The one county there is, or an officer's unit; a choice when there are several, the next step when there is none. */
    @GetMapping("/")
    String home(@ModelAttribute AsOfQuery query, Model model) {
        var caller = Caller.current();
        if (caller.onlyUnit().isPresent()) {
            return "redirect:/units/" + caller.onlyUnit().get();
        }
        var asOf = times.resolve(query);
        var counties = records.jurisdictions().stream()
                .filter(caller::sees)
                .flatMap(it -> records.jurisdiction(it, asOf.position()).stream())
                .toList();
        if (counties.size() == 1 && matrix.offers("GET", "/jurisdictions/{code}", caller)) {
            return county(counties.getFirst().code(), query, model);
        }
        model.addAttribute("counties", counties);
        return "home";
    }

    @GetMapping("/jurisdictions/{code}")
    String county(@PathVariable String code, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query, code);
        var county = obligations.jurisdiction(code, asOf);
        var owed = obligations.ofJurisdiction(county, asOf);
        model.addAttribute("county", county);
        model.addAttribute("view", CountyView.of(board.county(county, owed, asOf), county, owed, asOf));
        model.addAttribute("plans", plans(code, asOf));
        model.addAttribute("asOf", asOf);
        return "county";
    }

    private List<PlanItem> plans(String code, AnsweredAsOf asOf) {
        return plans.ofJurisdiction(code, asOf).stream()
                .map(it -> PlanItem.of(it, asOf))
                .toList();
    }

    @GetMapping("/jurisdictions/{code}/bulletins/{month}")
    String bulletin(
            @PathVariable String code,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Integer issue,
            @ModelAttribute AsOfQuery query,
            Model model) {
        model.addAttribute("issues", bulletins.issuesOf(code, month, times.resolve(query, code)));
        // Last: what the bulletin speaks of is what goes on record.
        var bulletin = bulletins.of(code, month, issue, query);
        model.addAttribute("bulletin", bulletin);
        model.addAttribute("month", month);
        model.addAttribute("asOf", bulletin.asOf());
        return "bulletin";
    }

    @GetMapping("/plans/{id}")
    String plan(@PathVariable String id, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        var plan = plans.byId(id, asOf);
        model.addAttribute("plan", PlanItem.of(plan, asOf));
        model.addAttribute("county", obligations.jurisdiction(Identifier.jurisdictionOf(id), asOf));
        model.addAttribute("asOf", asOf);
        return "plan";
    }
}
