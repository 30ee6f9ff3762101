package gongkai.query.dashboard;

import gongkai.event.Identifier;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations;
import gongkai.query.person.Persons;
import gongkai.query.plan.Plans;
import gongkai.query.reading.ReadingFilter;
import gongkai.query.reading.ReadingKind;
import gongkai.query.reading.ReadingRoom;
import gongkai.query.trail.TrailFilter;
import gongkai.query.trail.TrailFilter.Order;
import gongkai.query.trail.TrailScope;
import gongkai.query.trail.TrailScope.Kind;
import gongkai.query.trail.Trails;
import gongkai.status.JurisdictionFacts;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The inspector's pages: what happened, and who looked at it. */
@Controller
class TrailPageController {

    private final Trails trails;
    private final ReadingRoom readings;
    private final Obligations obligations;
    private final Plans plans;
    private final Persons persons;
    private final AsOfResolver times;
    private final Words words;
    private final String ledgerUrl;

    TrailPageController(
            Trails trails,
            ReadingRoom readings,
            Obligations obligations,
            Plans plans,
            Persons persons,
            AsOfResolver times,
            Words words,
            @Value("${gongkai.command-public-url}") String ledgerUrl) {
        this.trails = trails;
        this.readings = readings;
        this.obligations = obligations;
        this.plans = plans;
        this.persons = persons;
        this.times = times;
        this.words = words;
        this.ledgerUrl = ledgerUrl;
    }

    @GetMapping("/obligations/{id}/trail")
    String obligation(
            @PathVariable String id,
            @Valid @ModelAttribute("filter") TrailFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        return trail(new TrailScope(Kind.OBLIGATION, id), filter.inOrder(Order.OLDEST), query, model);
    }

    @GetMapping("/tasks/{id}/trail")
    String task(
            @PathVariable String id,
            @Valid @ModelAttribute("filter") TrailFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        return trail(new TrailScope(Kind.TASK, id), filter.inOrder(Order.OLDEST), query, model);
    }

    @GetMapping("/plans/{id}/trail")
    String plan(
            @PathVariable String id,
            @Valid @ModelAttribute("filter") TrailFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        return trail(new TrailScope(Kind.PLAN, id), filter.inOrder(Order.OLDEST), query, model);
    }

    @GetMapping("/units/{unit}/trail")
    String unit(
            @PathVariable String unit,
            @Valid @ModelAttribute("filter") TrailFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        return trail(new TrailScope(Kind.UNIT, unit), filter.inOrder(Order.NEWEST), query, model);
    }

    @GetMapping("/jurisdictions/{code}/trail")
    String county(
            @PathVariable String code,
            @Valid @ModelAttribute("filter") TrailFilter filter,
            @ModelAttribute AsOfQuery query,
            Model model) {
        return trail(new TrailScope(Kind.JURISDICTION, code), filter.inOrder(Order.NEWEST), query, model);
    }

    @GetMapping("/jurisdictions/{code}/readings")
    String readings(@PathVariable String code, @Valid @ModelAttribute("filter") ReadingFilter filter, Model model) {
        model.addAttribute("readings", readings.list(code, filter));
        model.addAttribute("kinds", ReadingKind.values());
        model.addAttribute("verification", readings.verify(code));
        model.addAttribute("county", obligations.jurisdiction(code, times.resolve(AsOfQuery.NOW, code)));
        return "readings";
    }

    private String trail(TrailScope scope, TrailFilter filter, AsOfQuery query, Model model) {
        var asOf = times.resolve(query, scope.jurisdiction());
        var trail = trails.of(scope, filter, asOf);
        var county = obligations.jurisdiction(scope.jurisdiction(), asOf);
        model.addAttribute("trail", trail);
        model.addAttribute("people", trail.people(persons));
        model.addAttribute("name", nameOf(scope, county, asOf));
        model.addAttribute("filter", filter);
        model.addAttribute("types", Trails.types());
        model.addAttribute("county", county);
        model.addAttribute("ledgerUrl", ledgerUrl);
        model.addAttribute("asOf", asOf);
        return "trail";
    }

    private String nameOf(TrailScope scope, JurisdictionFacts county, AnsweredAsOf asOf) {
        return switch (scope.kind()) {
            case JURISDICTION -> county.name();
            case UNIT ->
                Optional.ofNullable(county.units().get(scope.id()))
                        .map(UnitEntry::name)
                        .orElse(scope.id());
            case PLAN -> plans.byId(scope.id(), asOf).title();
            case TASK ->
                plans.byId(Identifier.planOf(scope.id()), asOf)
                        .task(scope.id())
                        .map(it -> row(it.row(), it.text()))
                        .orElse(words.removedTask());
            case OBLIGATION -> {
                var standing = obligations.byId(scope.id(), asOf).facts().at(asOf.asOf());
                yield standing.assignment().name() + " " + row(standing.row(), standing.text());
            }
        };
    }

    private String row(int row, TaskText text) {
        return words.row(row, TaskText.oneLine(text.category()));
    }
}
