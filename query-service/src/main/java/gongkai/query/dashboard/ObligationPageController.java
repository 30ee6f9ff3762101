package gongkai.query.dashboard;

import gongkai.event.Identifier;
import gongkai.http.ProblemException;
import gongkai.query.agreement.Agreements;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.breach.Breaches;
import gongkai.query.explanation.ObligationExplanation;
import gongkai.query.obligation.ObligationFilter;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Page;
import gongkai.query.obligation.Reporter;
import gongkai.query.person.Persons;
import gongkai.query.plan.Plans;
import gongkai.query.record.RecordStore;
import gongkai.query.status.StatusBoard;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Status;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages about what is owed: a county's list, a unit's, a task's, and one obligation with its proof. */
@Controller
class ObligationPageController {

    private final Obligations obligations;
    private final StatusBoard board;
    private final Breaches breaches;
    private final Plans plans;
    private final RecordStore records;
    private final Agreements agreements;
    private final Persons persons;
    private final AsOfResolver times;

    ObligationPageController(
            Obligations obligations,
            StatusBoard board,
            Breaches breaches,
            Plans plans,
            RecordStore records,
            Agreements agreements,
            Persons persons,
            AsOfResolver times) {
        this.obligations = obligations;
        this.board = board;
        this.breaches = breaches;
        this.plans = plans;
        this.records = records;
        this.agreements = agreements;
        this.persons = persons;
        this.times = times;
    }

    @GetMapping("/jurisdictions/{code}/obligations")
    String list(
            @PathVariable String code,
            @Valid @ModelAttribute("filter") ObligationFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        var asOf = times.resolve(query, code);
        var county = obligations.jurisdiction(code, asOf);
        var all = Row.of(obligations.ofJurisdiction(county, asOf), asOf);
        var shown = all.stream().filter(it -> filter.shows(it.item())).toList();
        model.addAttribute("county", county);
        model.addAttribute(
                "categories",
                all.stream().map(it -> it.item().category()).distinct().toList());
        model.addAttribute("statuses", Status.values());
        model.addAttribute("total", shown.size());
        model.addAttribute("page", Page.of(shown, it -> it.item().id(), filter.cursor(), filter.limit(), asOf));
        model.addAttribute("asOf", asOf);
        return "obligations";
    }

    @GetMapping("/units/{unit}")
    String unit(@PathVariable String unit, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(unit));
        var county = countyOf(unit, asOf);
        var status = board.unit(unit, asOf);
        model.addAttribute("unit", status.summary());
        model.addAttribute("contact", status.contact());
        model.addAttribute("rows", Row.of(obligations.ofUnit(county, unit, asOf), asOf));
        model.addAttribute("breaches", breaches.find(null, unit, true, asOf));
        model.addAttribute("county", county);
        model.addAttribute("asOf", asOf);
        return "unit";
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, @ModelAttribute AsOfQuery query, Model model) {
        var asOf = times.resolve(query, Identifier.jurisdictionOf(id));
        var plan = plans.byId(Identifier.planOf(id), asOf);
        var task = plan.task(id).orElseThrow(() -> unknown(id, asOf));
        var county = countyOf(id, asOf);
        model.addAttribute("plan", plan);
        model.addAttribute("task", task);
        model.addAttribute("cells", DocumentCell.of(task));
        model.addAttribute("neighbours", Neighbours.of(task, plan.tasks()));
        model.addAttribute(
                "rows",
                Row.of(
                        obligations.ofJurisdiction(county, asOf).stream()
                                .filter(it -> it.facts().assigned().task().equals(id))
                                .toList(),
                        asOf));
        model.addAttribute("county", county);
        model.addAttribute("asOf", asOf);
        return "task";
    }

    @GetMapping("/obligations/{id}")
    String obligation(@PathVariable String id, @ModelAttribute AsOfQuery query, Model model) {
        var jurisdiction = Identifier.jurisdictionOf(id);
        var asOf = times.resolve(query, jurisdiction);
        var judged = obligations.byId(id, asOf);
        var trail = records.stream(id, asOf.position());
        model.addAttribute("row", Row.of(judged, asOf));
        model.addAttribute("text", judged.facts().at(asOf.asOf()).text());
        model.addAttribute("explanation", ObligationExplanation.of(judged, asOf));
        model.addAttribute("breaches", breaches.of(id, asOf));
        model.addAttribute("trail", trail);
        model.addAttribute("people", persons.actors(jurisdiction, trail.stream().map(EventRecord::actor)));
        model.addAttribute("reporters", Reporter.of(judged, jurisdiction, asOf, persons));
        model.addAttribute("proof", Proof.of(trail, agreements));
        model.addAttribute("county", countyOf(id, asOf));
        model.addAttribute("asOf", asOf);
        return "obligation";
    }

    private JurisdictionFacts countyOf(String id, AnsweredAsOf asOf) {
        return obligations.jurisdiction(Identifier.jurisdictionOf(id), asOf);
    }

    private static ProblemException unknown(String task, AnsweredAsOf asOf) {
        return new ProblemException(
                QueryProblem.TASK_UNKNOWN, "No task «%s» was known at position %d.".formatted(task, asOf.position()));
    }
}
